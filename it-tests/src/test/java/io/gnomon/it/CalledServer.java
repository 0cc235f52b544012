package io.gnomon.it;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** What a service calls: answers as its paths say, and remembers what it was told. */
final class CalledServer implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final List<Headers> received = new CopyOnWriteArrayList<>();

  CalledServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    answer("/ok", 200);
    answer("/missing", 404);
    answer("/broken", 500);
    server.createContext("/redirect", this::redirect);
    server.createContext("/silent", this::silent);
    server.start();
  }

  private void answer(String path, int status) {
    server.createContext(path, exchange -> answer(exchange, status));
  }

  private void answer(HttpExchange exchange, int status) throws IOException {
    received.add(exchange.getRequestHeaders());
    exchange.getRequestBody().readAllBytes();
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  private void redirect(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Location", url("/ok"));
    answer(exchange, 302);
  }

  /** Answers when nobody waits any more. */
  private void silent(HttpExchange exchange) throws IOException {
    received.add(exchange.getRequestHeaders());
    try {
      closing.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    exchange.close();
  }

  int port() {
    return server.getAddress().getPort();
  }

  String url(String path) {
    return "http://127.0.0.1:" + port() + path;
  }

  /** The headers of all requests since this was last asked. */
  List<Headers> takeReceived() {
    List<Headers> taken = List.copyOf(received);
    received.clear();
    return taken;
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdown();
  }
}
