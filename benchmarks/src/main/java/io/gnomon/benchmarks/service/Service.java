package io.gnomon.benchmarks.service;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.servlet.http.HttpServlet;
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

  private Service() {}

  /**
   * Starts the service.
   *
   * @param args the port
   * @throws Exception if the port is taken or the database does not start
   */
  public static void main(String[] args) throws Exception {
    Tomcat tomcat = start(Integer.parseInt(args[0]));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(tomcat), "service-stop"));
    tomcat.getServer().await();
  }

  static Tomcat start(int port) throws LifecycleException, IOException, SQLException {
    DataSource database = database();
    Items.create(database);
    Tomcat tomcat = new Tomcat();
    Path base = Files.createTempDirectory("gnomon-benchmark-service");
    tomcat.setBaseDir(base.toString());
    tomcat.setConnector(connector(port));
    Context context = tomcat.addContext("", base.toString());
    add(context, "hello", new PreparedServlet(database, 0));
    add(context, "one", new PreparedServlet(database, 1));
    add(context, "ten", new PreparedServlet(database, 10));
    add(context, "hundred", new PreparedServlet(database, 100));
    add(context, "literals", new LiteralServlet(database, 10));
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

  private static DataSource database() {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl("jdbc:h2:mem:shop;DB_CLOSE_DELAY=-1");
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
