package com.example.frameworks;

import java.io.File;
import java.nio.file.Files;
import java.util.Collections;
import java.util.function.Consumer;
import javax.servlet.ServletContext;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;

/** Every framework in a context of its own. */
public final class FrameworksMain {

  private static final String HOST = "127.0.0.1";

  private FrameworksMain() {}

  /**
   * Starts it on a free port.
   *
   * @param arguments none
   * @throws Exception if it does not start
   */
  public static void main(String[] arguments) throws Exception {
    File base = Files.createTempDirectory("tomcat").toFile();
    base.deleteOnExit();
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(base.getPath());
    tomcat.setHostname(HOST);
    tomcat.setPort(0);
    tomcat.getConnector().setProperty("address", HOST);
    add(tomcat, "/jersey", RestContexts::jersey);
    add(tomcat, "/jersey-filter", RestContexts::jerseyFilter);
    add(tomcat, "/resteasy", RestContexts::resteasy);
    add(tomcat, "/cxf", RestContexts::cxf);
    add(tomcat, "", context -> SpringContexts.mvc(context, "/"));
    add(tomcat, "/mvc", context -> SpringContexts.mvc(context, "/app/*"));
    add(tomcat, "/flux", context -> SpringContexts.webFlux(context, "/"));
    add(tomcat, "/reactive", context -> SpringContexts.webFlux(context, "/app/*"));
    add(tomcat, "/struts", PageContexts::struts);
    add(tomcat, "/pages", FacesContexts::faces);
    tomcat.start();
    System.out.println("PORT " + tomcat.getConnector().getLocalPort());
    tomcat.getServer().await();
  }

  private static void add(Tomcat tomcat, String path, Consumer<ServletContext> shop)
      throws Exception {
    File pages = Files.createTempDirectory("pages").toFile();
    pages.deleteOnExit();
    Context context = tomcat.addContext(path, pages.getPath());
    context.addServletContainerInitializer(
        (none, servlets) -> {
          shop.accept(servlets);
          if (servlets.getServletRegistrations().values().stream()
              .noneMatch(each -> each.getMappings().contains("/"))) {
            servlets
                .addServlet("default", "org.apache.catalina.servlets.DefaultServlet")
                .addMapping("/");
          }
        },
        Collections.emptySet());
  }
}
