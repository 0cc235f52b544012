package com.example.jdbc;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Opens the pool {@code jdbc.pool} on {@code jdbc.url} and runs what it is asked for: {@code
 * /run?7} runs each kind seven times and tells in a line each how that went, {@code /versions} what
 * by.
 */
public final class JdbcMain {

  private final Target target;
  private final Dialect dialect;
  private final DataSource source;
  private final Map<String, Kind> kinds = new LinkedHashMap<>();

  private JdbcMain(Target target, DataSource source) {
    this.target = target;
    this.dialect = Dialect.of(target.url());
    this.source = source;
    StatementKinds.addTo(kinds);
    PreparedKinds.addTo(kinds);
    CallKinds.addTo(kinds);
    UseKinds.addTo(kinds);
  }

  /**
   * Starts it on a free port.
   *
   * @param arguments none
   * @throws Exception if it does not start
   */
  public static void main(String[] arguments) throws Exception {
    Target target =
        new Target(
            System.getProperty("jdbc.url"),
            System.getProperty("jdbc.user", ""),
            System.getProperty("jdbc.password", ""));
    JdbcMain service = new JdbcMain(target, open(target));
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/run", service::run);
    server.createContext("/versions", service::versions);
    server.start();
    System.out.println("PORT " + server.getAddress().getPort());
  }

  private static DataSource open(Target target) throws Exception {
    // P6Spy would write a file.
    System.setProperty("p6spy.config.appender", "com.p6spy.engine.spy.appender.Slf4JLogger");
    return Pools.open(System.getProperty("jdbc.pool", "none"), target);
  }

  private void versions(HttpExchange exchange) throws IOException {
    try (Connection connection = target.connect()) {
      DatabaseMetaData told = connection.getMetaData();
      answer(
          exchange,
          told.getDriverName()
              + " "
              + told.getDriverVersion()
              + "\n"
              + told.getDatabaseProductName()
              + " "
              + told.getDatabaseProductVersion());
    } catch (SQLException e) {
      answer(exchange, "? " + e);
    }
  }

  private void run(HttpExchange exchange) throws IOException {
    int times = Integer.parseInt(exchange.getRequestURI().getQuery());
    try (Connection connection = target.connect()) {
      for (String kind : kinds.keySet()) {
        for (String definition : dialect.definitions(kind)) {
          connection.createStatement().execute(definition);
        }
      }
    } catch (SQLException e) {
      e.printStackTrace();
      answer(exchange, "definitions FAILED " + e);
      return;
    }
    StringBuilder told = new StringBuilder();
    kinds.forEach((name, kind) -> told.append(name).append(' ').append(run(name, kind, times)));
    answer(exchange, told.toString());
  }

  private String run(String name, Kind kind, int times) {
    int done = 0;
    Throwable notSupported = null;
    for (int round = 1; round <= times; round++) {
      try (Connection connection = source.getConnection()) {
        kind.once(connection, new Sql(dialect, name, round));
        done++;
      } catch (NotHere e) {
        return "ABSENT " + e.getMessage() + "\n";
      } catch (Exception | LinkageError e) {
        if (!NotSupported.is(e)) {
          e.printStackTrace();
          return "FAILED " + String.valueOf(e).replace('\n', ' ') + "\n";
        }
        notSupported = e;
      }
    }
    if (done > 0 && notSupported != null) {
      return "FAILED only " + done + " times " + notSupported + "\n";
    }
    return notSupported == null
        ? "DONE\n"
        : "UNSUPPORTED " + String.valueOf(notSupported).replace('\n', ' ') + "\n";
  }

  private static void answer(HttpExchange exchange, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
