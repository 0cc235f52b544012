package com.example.app;

import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.DefaultServlet;
import org.eclipse.jetty.servlet.ErrorPageErrorHandler;
import org.eclipse.jetty.servlet.ServletContextHandler;

/** The application in an embedded Jetty. */
public final class JettyMain {

  private JettyMain() {}

  /**
   * Starts it on a free port.
   *
   * @param arguments none
   * @throws Exception if it does not start
   */
  public static void main(String[] arguments) throws Exception {
    Server server = new Server();
    ServerConnector connector = new ServerConnector(server);
    connector.setHost(Ready.HOST);
    server.addConnector(connector);
    ServletContextHandler context = new ServletContextHandler();
    context.setContextPath("/");
    context.addEventListener(new AppInitializer());
    context.addServlet(DefaultServlet.class, "/");
    ErrorPageErrorHandler pages = new ErrorPageErrorHandler();
    pages.addErrorPage(Ready.FAILING_STATUS, Ready.ERROR_PAGE);
    context.setErrorHandler(pages);
    server.setHandler(context);
    server.start();
    Ready.at(connector.getLocalPort(), server::stop);
    server.join();
  }
}
