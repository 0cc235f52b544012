package com.example.routing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Runs statements through the router that {@code routing} names: {@code hand}, {@code hand-at-once}
 * or {@code sphere}. {@code /run?7} runs each kind seven times.
 */
public final class RoutingMain {

  /** Gives connections. */
  @FunctionalInterface
  private interface Router {
    Connection open() throws SQLException;
  }

  private static final Map<String, Kinds.Kind> KINDS = Kinds.all();

  private RoutingMain() {}

  /**
   * Starts it on a free port.
   *
   * @param arguments none
   * @throws Exception if it does not start
   */
  public static void main(String[] arguments) throws Exception {
    Shards.create(List.copyOf(KINDS.keySet()));
    Router router = router(System.getProperty("routing"));
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/run", exchange -> run(exchange, router));
    server.start();
    System.out.println("PORT " + server.getAddress().getPort());
  }

  private static Router router(String name) throws Exception {
    return switch (name) {
      case "hand" -> () -> HandRouter.open(false);
      case "hand-at-once" -> () -> HandRouter.open(true);
      case "sphere" -> {
        DataSource source = Sphere.open(KINDS.keySet());
        yield source::getConnection;
      }
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static void run(HttpExchange exchange, Router router) throws IOException {
    int times = Integer.parseInt(exchange.getRequestURI().getQuery());
    StringBuilder told = new StringBuilder();
    KINDS.forEach(
        (table, kind) -> {
          try {
            for (int round = 1; round <= times; round++) {
              try (Connection connection = router.open()) {
                kind.once(connection, table, round);
              }
            }
          } catch (SQLException | RuntimeException e) {
            e.printStackTrace();
            told.append(table).append(" failed: ").append(e).append('\n');
          }
        });
    byte[] body = told.toString().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, 0);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
