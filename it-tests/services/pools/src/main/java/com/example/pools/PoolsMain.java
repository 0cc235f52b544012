package com.example.pools;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/** Does with pools what it is asked for, as {@code /take/hikari/2}. */
public final class PoolsMain {

  private static final Map<String, Held> POOLS = new ConcurrentHashMap<>();
  private static final Map<String, Thread> WAITING = new ConcurrentHashMap<>();

  private PoolsMain() {}

  /**
   * Starts it on a free port.
   *
   * @param arguments none
   * @throws IOException if it does not start
   */
  public static void main(String[] arguments) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", PoolsMain::answer);
    server.setExecutor(Executors.newCachedThreadPool());
    server.start();
    System.out.println("PORT " + server.getAddress().getPort());
  }

  private static void answer(HttpExchange exchange) throws IOException {
    String text;
    try {
      String[] path = exchange.getRequestURI().getPath().split("/", -1);
      text = execute(path[1], path[2], path.length > 3 ? Integer.parseInt(path[3]) : 0);
    } catch (Exception | LinkageError failure) {
      StringWriter trace = new StringWriter();
      failure.printStackTrace(new PrintWriter(trace));
      text = "failed: " + trace;
    }
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static String execute(String command, String name, int number) throws Exception {
    if (command.equals("open")) {
      POOLS.put(name, new Held(name));
      return "done";
    }
    Held held = POOLS.get(name);
    switch (command) {
      case "take" -> held.take(number);
      case "give" -> held.give();
      case "wait" -> WAITING.put(name, held.waiting());
      case "waited" -> WAITING.remove(name).join();
      case "close" -> held.close();
      case "connections" -> {
        return Integer.toString(held.open());
      }
      case "counts" -> {
        return held.counts();
      }
      case "forget" -> {
        return Boolean.toString(held.isForgotten());
      }
      default -> throw new IllegalArgumentException(command);
    }
    return "done";
  }
}
