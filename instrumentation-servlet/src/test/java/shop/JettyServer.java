package shop;

import java.util.EnumSet;
import javax.servlet.DispatcherType;
import javax.servlet.Filter;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.DefaultServlet;
import org.eclipse.jetty.servlet.ErrorPageErrorHandler;
import org.eclipse.jetty.servlet.FilterHolder;
import org.eclipse.jetty.servlet.FilterMapping;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;

/** The shop in Jetty. */
public class JettyServer implements io.gnomon.servlet.containers.Server {

  private final Server server = new Server();

  @Override
  public int start() throws Exception {
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    ServletContextHandler context = new ServletContextHandler();
    context.setContextPath(Mappings.CONTEXT);
    context.setResourceBase(System.getProperty("java.io.tmpdir"));
    ServletHolder shop = new ServletHolder("shop", new ShopServlet());
    shop.setAsyncSupported(true);
    for (String mapping : Mappings.ALL) {
      context.addServlet(shop, mapping);
    }
    context.addServlet(new ServletHolder("default", DefaultServlet.class), "/");
    filter(context, new PassFilter(), "/*");
    filter(context, new GateFilter(), "/gate/*", "*.gif");
    FilterMapping shops = new FilterMapping();
    shops.setFilterName("ShopFilter");
    shops.setServletName("shop");
    context.getServletHandler().addFilter(holder(new ShopFilter()), shops);
    filter(context, new GreedyFilter(), "/*");
    ErrorPageErrorHandler errors = new ErrorPageErrorHandler();
    errors.addErrorPage(418, "/sorry");
    context.setErrorHandler(errors);
    server.setHandler(context);
    server.start();
    return connector.getLocalPort();
  }

  private static void filter(ServletContextHandler context, Filter filter, String... patterns) {
    FilterHolder holder = holder(filter);
    for (String pattern : patterns) {
      context.addFilter(holder, pattern, EnumSet.of(DispatcherType.REQUEST));
    }
  }

  private static FilterHolder holder(Filter filter) {
    FilterHolder holder = new FilterHolder(filter);
    holder.setName(filter.getClass().getSimpleName());
    holder.setAsyncSupported(true);
    return holder;
  }

  @Override
  public void stop() throws Exception {
    server.stop();
  }
}
