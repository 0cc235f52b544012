package io.gnomon.benchmarks.service;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;

/**
 * The service's main: starts on 127.0.0.1 and runs until it is told to stop. Its threads and
 * connections are as many from the start as they ever get, so that none ends while it is measured.
 */
public final class Service {

  /** Threads that serve requests, and connections to the database. */
  static final int WORKERS = 16;

  private static final int OK = HttpServletResponse.SC_OK;

  /** After most others of its kind Tomcat closes the connection. */
  private static final int FAILED = HttpServletResponse.SC_BAD_GATEWAY;

  private Service() {}

  /**
   * Starts the service.
   *
   * @param args the port, then the database's URL and, if it asks for one, its user
   * @throws Exception if the port is taken or the database does not start
   */
  public static void main(String[] args) throws Exception {
    Tomcat tomcat = start(Integer.parseInt(args[0]), database(args));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(tomcat), "service-stop"));
    tomcat.getServer().await();
  }

  static Tomcat start(int port, DataSource database)
      throws LifecycleException, IOException, SQLException {
    Items.create(database);
    Tomcat tomcat = new Tomcat();
    Path base = Files.createTempDirectory("gnomon-benchmark-service");
    tomcat.setBaseDir(base.toString());
    tomcat.setConnector(connector(port));
    Context context = tomcat.addContext("", base.toString());
    add(context, "hello", new PreparedServlet(database, 0, OK));
    add(context, "one", new PreparedServlet(database, 1, OK));
    add(context, "ten", new PreparedServlet(database, 10, OK));
    add(context, "hundred", new PreparedServlet(database, 100, OK));
    add(context, "literals", new LiteralServlet(database, 10));
    add(context, "kept", new PreparedServlet(database, 10, FAILED));
    add(context, "self", new SelfServlet());
    tomcat.start();
    return tomcat;
  }

  private static Connector connector(int port) {
    Connector connector = new Connector();
    connector.setPort(port);
    connector.setProperty("address", "127.0.0.1");
    connector.setProperty("maxThreads", Integer.toString(WORKERS));
    connector.setProperty("minSpareThreads", Integer.toString(WORKERS));
    connector.setProperty("maxKeepAliveRequests", "-1");
    return connector;
  }

  private static DataSource database(String[] args) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(args[1]);
    if (args.length > 2) {
      config.setUsername(args[2]);
    }
    config.setMaximumPoolSize(WORKERS);
    return new HikariDataSource(config);
  }

  private static void add(Context context, String name, HttpServlet servlet) {
    Tomcat.addServlet(context, name, servlet).addMapping("/" + name);
  }

  private static void stop(Tomcat tomcat) {
    try {
      tomcat.stop();
    } catch (LifecycleException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
