package io.gnomon.otlpreceiver;

import com.google.protobuf.InvalidProtocolBufferException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** OTLP over HTTP, protobuf, plain or gzip. One thread per request that is being answered. */
final class HttpEndpoint implements AutoCloseable {

  private static final int BAD_REQUEST = 400;
  private static final int METHOD_NOT_ALLOWED = 405;
  private static final int OK = 200;

  private final Intake intake;
  private final HttpServer server;
  private final ExecutorService threads;
  private final CountDownLatch closed = new CountDownLatch(1);

  HttpEndpoint(int port, Intake intake) throws IOException {
    this.intake = intake;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    threads =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "otlp-receiver-http");
              thread.setDaemon(true);
              return thread;
            });
    for (Signal signal : Signal.values()) {
      server.createContext(signal.path(), exchange -> handle(signal, exchange));
    }
    server.setExecutor(threads);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  private void handle(Signal signal, HttpExchange exchange) throws IOException {
    try (exchange) {
      if (exchange.getRequestMethod().equals("POST")) {
        receive(signal, exchange);
      } else {
        exchange.sendResponseHeaders(METHOD_NOT_ALLOWED, -1);
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  private void receive(Signal signal, HttpExchange exchange)
      throws IOException, InterruptedException {
    byte[] wire = exchange.getRequestBody().readAllBytes();
    Map<String, String> headers = headers(exchange);
    Answer answer;
    try {
      answer = intake.take(signal, false, headers, wire.length, plain(wire, headers));
    } catch (InvalidProtocolBufferException | ZipException unreadable) {
      send(exchange, BAD_REQUEST, "text/plain", text(unreadable.toString()));
      return;
    }
    answer(signal, exchange, answer);
  }

  private static byte[] text(String message) {
    return message.getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, String> headers(HttpExchange exchange) {
    Map<String, String> headers = new TreeMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
    return headers;
  }

  private static byte[] plain(byte[] wire, Map<String, String> headers) throws IOException {
    if (!"gzip".equals(headers.get("content-encoding"))) {
      return wire;
    }
    try (GZIPInputStream unzipped = new GZIPInputStream(new ByteArrayInputStream(wire))) {
      return unzipped.readAllBytes();
    }
  }

  private void answer(Signal signal, HttpExchange exchange, Answer answer)
      throws IOException, InterruptedException {
    boolean closing = closed.await(answer.delay().toMillis(), TimeUnit.MILLISECONDS);
    if (closing || answer.kind() == Answer.Kind.CLOSE) {
      return;
    }
    if (answer.kind() == Answer.Kind.HANG) {
      closed.await();
      return;
    }
    answer.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
    if (answer.kind() == Answer.Kind.REFUSE) {
      send(exchange, answer.status(), "text/plain", text(answer.message()));
    } else {
      send(exchange, OK, "application/x-protobuf", Intake.body(signal, answer));
    }
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
