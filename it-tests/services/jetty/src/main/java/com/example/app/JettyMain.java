package com.example.app;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.util.EventListener;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import javax.servlet.ServletContextEvent;
import javax.servlet.ServletContextListener;
import org.apache.tomcat.SimpleInstanceManager;
import org.eclipse.jetty.apache.jsp.JettyJasperInitializer;
import org.eclipse.jetty.jsp.JettyJspServlet;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.DefaultServlet;
import org.eclipse.jetty.servlet.ErrorPageErrorHandler;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The application in an embedded Jetty of whichever version this source is compiled for. */
@SuppressWarnings({"deprecation", "removal"}) // of what the one or the other version replaces
public final class JettyMain {

  private static final int BACKLOG = 600;

  private JettyMain() {}

  /**
   * Starts it on a free port.
   *
   * @param arguments none
   * @throws Exception if it does not start
   */
  public static void main(String[] arguments) throws Exception {
    Server server = new Server(threads());
    ServerConnector connector =
        new ServerConnector(server, new HttpConnectionFactory(new HttpConfiguration()));
    connector.setHost(Ready.HOST);
    connector.setAcceptQueueSize(BACKLOG);
    server.addConnector(connector);
    ServletContextHandler context = new ServletContextHandler();
    context.setContextPath(Ready.contextPath().isEmpty() ? "/" : Ready.contextPath());
    context.setResourceBase(Documents.folder().toString());
    context.setClassLoader(new URLClassLoader(new URL[0], JettyMain.class.getClassLoader()));
    JettyWebSockets.configure(context);
    jsp(context);
    context.addEventListener((EventListener) new AppInitializer());
    context.addServlet(DefaultServlet.class, "/");
    ErrorPageErrorHandler pages = new ErrorPageErrorHandler();
    pages.addErrorPage(Ready.FAILING_STATUS, Ready.ERROR_PAGE);
    pages.addErrorPage(PageException.class, Ready.ERROR_PAGE);
    context.setErrorHandler(pages);
    server.setHandler(context);
    server.start();
    Ready.at(connector.getLocalPort(), server::stop);
    server.join();
  }

  private static QueuedThreadPool threads() throws ReflectiveOperationException {
    QueuedThreadPool pool = new QueuedThreadPool();
    ExecutorService virtual = Ready.threads();
    if (virtual != null) {
      // Not in 9.4, for which this is compiled too.
      QueuedThreadPool.class
          .getMethod("setVirtualThreadsExecutor", Executor.class)
          .invoke(pool, virtual);
    }
    return pool;
  }

  private static void jsp(ServletContextHandler context) throws Exception {
    context.setAttribute(
        "javax.servlet.context.tempdir", Files.createTempDirectory("jsp").toFile());
    context.setAttribute("org.apache.tomcat.InstanceManager", new SimpleInstanceManager());
    context.addEventListener((EventListener) new JspStart());
    context.addServlet(JettyJspServlet.class, "*.jsp");
  }

  /** Jasper's own start, which Jetty leaves to whoever embeds it. */
  private static final class JspStart implements ServletContextListener {

    @Override
    public void contextInitialized(ServletContextEvent event) {
      try {
        new JettyJasperInitializer().onStartup(null, event.getServletContext());
      } catch (javax.servlet.ServletException failure) {
        throw new IllegalStateException(failure);
      }
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {}
  }
}
