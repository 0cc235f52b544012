package io.gnomon.benchmarks.overhead;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;

/**
 * Takes what is sent to {@code /v1/}, answers 200 and counts bytes as they were on the wire
 * (bodies); to a stranger on the machine who asks for anything else, 404. Also notices whether
 * request durations were among it, as proof that the agent did its work.
 */
final class Sink implements AutoCloseable {

  private static final String PROOF = "http.server.request.duration";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(2);
  private final AtomicLong bytes = new AtomicLong();
  private final Set<String> paths = new ConcurrentSkipListSet<>();
  private volatile boolean proven;

  Sink() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/v1/", this::take);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  long bytes() {
    return bytes.get();
  }

  /** The paths that something was sent to. */
  Set<String> paths() {
    return paths;
  }

  boolean proven() {
    return proven;
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      bytes.addAndGet(body.length);
      paths.add(exchange.getRequestURI().getPath());
      boolean gzip = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
      if (!proven && text(body, gzip).contains(PROOF)) {
        proven = true;
      }
      exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
      exchange.sendResponseHeaders(200, -1);
    }
  }

  private static String text(byte[] body, boolean gzip) throws IOException {
    if (!gzip) {
      return new String(body, StandardCharsets.ISO_8859_1);
    }
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
      return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
