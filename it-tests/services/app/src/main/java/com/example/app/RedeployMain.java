package com.example.app;

import java.io.File;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.servlet.ServletContext;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.apache.catalina.Context;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.loader.WebappLoader;
import org.apache.catalina.startup.Tomcat;

/**
 * A Tomcat that deploys and undeploys the application as a web application of its own, with its own
 * classes, driver and pool, as often as it is told, and tells how many of them are still held.
 */
public final class RedeployMain {

  private static final String WEB_APPLICATION = "/shop";
  private static final int COLLECTIONS = 5;
  private static final long COLLECTION_MILLIS = 100;

  private final Tomcat tomcat;
  private final File documents;
  private final List<WeakReference<ClassLoader>> loaders = new ArrayList<>();

  private RedeployMain(Tomcat tomcat, File documents) {
    this.tomcat = tomcat;
    this.documents = documents;
  }

  /**
   * Starts it on a free port.
   *
   * @param arguments none
   * @throws Exception if it does not start
   */
  public static void main(String[] arguments) throws Exception {
    Path base = Files.createTempDirectory("redeploy");
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(base.toString());
    tomcat.setHostname(Ready.HOST);
    tomcat.setPort(0);
    tomcat.getConnector().setProperty("address", Ready.HOST);
    RedeployMain control = new RedeployMain(tomcat, copyLibraries(base));
    tomcat
        .addContext("/control", null)
        .addServletContainerInitializer(
            (none, servlets) -> control.register(servlets), Collections.emptySet());
    tomcat.start();
    Ready.at(tomcat.getConnector().getLocalPort(), tomcat::stop);
    tomcat.getServer().await();
  }

  /** The jars of the class path, as a web application brings them. */
  private static File copyLibraries(Path base) throws IOException {
    Path documents = base.resolve("shop");
    Path libraries = Files.createDirectories(documents.resolve("WEB-INF/lib"));
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      Path jar = Paths.get(entry);
      if (entry.endsWith(".jar") && !entry.contains("tomcat")) {
        Files.copy(jar, libraries.resolve(jar.getFileName()));
      }
    }
    return documents.toFile();
  }

  private void register(ServletContext in) {
    in.addServlet("deploy", new ActionServlet(this::deploy)).addMapping("/deploy");
    in.addServlet("undeploy", new ActionServlet(this::undeploy)).addMapping("/undeploy");
    in.addServlet("held", new ActionServlet(this::held)).addMapping("/held");
  }

  private synchronized void deploy(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    StandardContext shop = new StandardContext();
    shop.setName(WEB_APPLICATION);
    shop.setPath(WEB_APPLICATION);
    shop.setDocBase(documents.getPath());
    shop.addLifecycleListener(new Tomcat.FixContextListener());
    shop.setLoader(new WebappLoader());
    shop.addApplicationListener(AppInitializer.class.getName());
    tomcat.getHost().addChild(shop);
    ClassLoader loader = shop.getLoader().getClassLoader();
    loaders.add(new WeakReference<>(loader));
    Pages.text(response, isIsolated(loader) ? "deployed" : "not isolated");
  }

  private static boolean isIsolated(ClassLoader loader) {
    try {
      return loader.loadClass(Pages.class.getName()) != Pages.class
          && loader.loadClass("org.h2.Driver").getClassLoader() == loader;
    } catch (ClassNotFoundException absent) {
      return false;
    }
  }

  private synchronized void undeploy(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Context shop = (Context) tomcat.getHost().findChild(WEB_APPLICATION);
    tomcat.getHost().removeChild(shop);
    Pages.text(response, "undeployed");
  }

  /** How many class loaders of web applications are still there. */
  private synchronized void held(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
      Pages.pause(COLLECTION_MILLIS);
    }
    int held = 0;
    for (WeakReference<ClassLoader> loader : loaders) {
      held += loader.get() == null ? 0 : 1;
    }
    Pages.text(response, String.valueOf(held));
  }
}
