package com.example.logs;

import java.io.File;
import java.nio.file.Files;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;

/** The service in an embedded Tomcat; {@code logs.library} is the class of its log. */
public final class LogsMain {

  /** Lines for a thread that works for no request. */
  static final BlockingQueue<String> OUTSIDE = new LinkedBlockingQueue<>();

  /** The log of the service. */
  static final Log LOG = log();

  private LogsMain() {}

  /**
   * Starts it on a free port.
   *
   * @param arguments none
   * @throws Exception if it does not start
   */
  public static void main(String[] arguments) throws Exception {
    LOG.say("before");
    Thread outside = new Thread(LogsMain::logOutside, "outside");
    outside.setDaemon(true);
    outside.start();
    File base = Files.createTempDirectory("tomcat").toFile();
    base.deleteOnExit();
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(base.getPath());
    tomcat.setHostname("127.0.0.1");
    tomcat.setPort(0);
    tomcat.getConnector().setProperty("address", "127.0.0.1");
    Context context = tomcat.addContext("", base.getPath());
    Tomcat.addServlet(context, "logs", new LogsServlet()).addMapping("/*");
    tomcat.start();
    System.out.println("PORT " + tomcat.getConnector().getLocalPort());
    tomcat.getServer().await();
  }

  private static Log log() {
    try {
      String name =
          LogsMain.class.getPackage().getName() + "." + System.getProperty("logs.library");
      return Class.forName(name).asSubclass(Log.class).getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException failure) {
      throw new ExceptionInInitializerError(failure);
    }
  }

  private static void logOutside() {
    try {
      while (true) {
        LOG.say(OUTSIDE.take());
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }
}
