package io.gnomon.demo.shop;

import jakarta.servlet.Servlet;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.nio.file.Path;
import java.util.Set;
import javax.sql.DataSource;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;

/** The shop's Tomcat, on the loopback interface, and which servlet serves which path. */
final class ShopServer {

  private static final int THREADS = 20;

  private final Tomcat tomcat = new Tomcat();

  private ShopServer(int port, Path work) {
    tomcat.setBaseDir(work.resolve("tomcat").toString());
    Connector connector = new Connector();
    connector.setPort(port);
    connector.setProperty("address", "127.0.0.1");
    connector.setProperty("maxThreads", Integer.toString(THREADS));
    tomcat.setConnector(connector);
  }

  static ShopServer start(DataSource database, int port, Path work) throws LifecycleException {
    ShopServer server = new ShopServer(port, work);
    Catalog catalog = new Catalog(database);
    server
        .tomcat
        .addContext("", null)
        .addServletContainerInitializer((types, shop) -> serveAll(shop, catalog), Set.of());
    server.tomcat.start();
    return server;
  }

  private static void serveAll(ServletContext shop, Catalog catalog) {
    serve(shop, "/product/*", new ProductServlet(catalog));
    serve(shop, "/search", new SearchServlet(catalog));
    serve(shop, "/order/*", new OrderServlet(catalog));
    serve(shop, "/discount", new DiscountServlet(catalog));
    serve(shop, "/report", new ReportServlet(catalog));
  }

  private static void serve(ServletContext shop, String pattern, Servlet servlet) {
    ServletRegistration.Dynamic registration =
        shop.addServlet(servlet.getClass().getSimpleName(), servlet);
    registration.addMapping(pattern);
    registration.setAsyncSupported(true);
  }

  int port() {
    return tomcat.getConnector().getLocalPort();
  }

  void stop() throws LifecycleException {
    tomcat.stop();
    tomcat.destroy();
  }
}
