package com.example.app;

import java.io.File;
import java.nio.file.Files;
import java.util.Collections;
import javax.servlet.ServletContext;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.apache.coyote.AbstractProtocol;
import org.apache.coyote.http2.Http2Protocol;
import org.apache.jasper.servlet.JasperInitializer;
import org.apache.tomcat.util.descriptor.web.ErrorPage;
import org.apache.tomcat.websocket.server.WsSci;

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
    AbstractProtocol<?> protocol = (AbstractProtocol<?>) tomcat.getConnector().getProtocolHandler();
    protocol.setExecutor(Ready.threads());
    protocol.addUpgradeProtocol(new Http2Protocol());
    Context context = tomcat.addContext(Ready.contextPath(), Documents.folder().toFile().getPath());
    context.addServletContainerInitializer(new WsSci(), Collections.emptySet());
    context.addServletContainerInitializer(new JasperInitializer(), Collections.emptySet());
    context.addServletContainerInitializer(new AppInitializer(), Collections.emptySet());
    context.addErrorPage(errorPage(Ready.FAILING_STATUS, null));
    context.addErrorPage(errorPage(0, PageException.class.getName()));
    context.addServletContainerInitializer(
        (none, servlets) -> containersOwn(servlets), Collections.emptySet());
    tomcat.start();
    Ready.at(
        tomcat.getConnector().getLocalPort(),
        () -> {
          tomcat.stop();
          Database.close();
        });
    tomcat.getServer().await();
  }

  private static void containersOwn(ServletContext in) {
    in.addServlet("default", "org.apache.catalina.servlets.DefaultServlet").addMapping("/");
    in.addServlet("jsp", "org.apache.jasper.servlet.JspServlet").addMapping("*.jsp");
  }

  private static ErrorPage errorPage(int status, String exception) {
    ErrorPage page = new ErrorPage();
    page.setErrorCode(status);
    page.setExceptionType(exception);
    page.setLocation(Ready.ERROR_PAGE);
    return page;
  }
}
