package com.example.app;

import java.io.File;
import java.nio.file.Files;
import java.util.Collections;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.ErrorPage;

/** The application in an embedded Tomcat. */
public final class TomcatMain {

  private TomcatMain() {}

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
    tomcat.setHostname(Ready.HOST);
    tomcat.setPort(0);
    tomcat.getConnector().setProperty("address", Ready.HOST);
    Context context = tomcat.addContext("", null);
    context.addServletContainerInitializer(new AppInitializer(), Collections.emptySet());
    context.addErrorPage(errorPage());
    context.addServletContainerInitializer(
        (none, servlets) ->
            servlets
                .addServlet("default", "org.apache.catalina.servlets.DefaultServlet")
                .addMapping("/"),
        Collections.emptySet());
    tomcat.start();
    Ready.at(
        tomcat.getConnector().getLocalPort(),
        () -> {
          tomcat.stop();
          Database.close();
        });
    tomcat.getServer().await();
  }

  private static ErrorPage errorPage() {
    ErrorPage page = new ErrorPage();
    page.setErrorCode(Ready.FAILING_STATUS);
    page.setLocation(Ready.ERROR_PAGE);
    return page;
  }
}
