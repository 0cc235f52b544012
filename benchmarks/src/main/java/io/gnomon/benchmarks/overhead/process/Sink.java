package io.gnomon.benchmarks.overhead.process;

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
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Takes what an agent sends by its protocol and counts bytes as they were on the wire (bodies), and
 * spans of OTLP; answers 404 to all else. Also notices whether the requests of the service were
 * among it, as proof that the agent did its work.
 */
public final class Sink implements AutoCloseable {

  private static final String OTLP_TRACES = "/v1/traces";
  private static final int THREADS = 4;

  private final HttpServer server;
  private final Protocol protocol;
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
  private final AtomicLong bytes = new AtomicLong();
  private final AtomicLong spans = new AtomicLong();
  private final Set<String> paths = new ConcurrentSkipListSet<>();
  private volatile boolean proven;

  /**
   * Starts on a free port of 127.0.0.1.
   *
   * @param protocol what is understood
   * @throws IOException if there is no port
   */
  public Sink(Protocol protocol) throws IOException {
    this.protocol = protocol;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext(protocol.prefix(), this::take);
    server.start();
  }

  /**
   * Where it listens.
   *
   * @return the port
   */
  public int port() {
    return server.getAddress().getPort();
  }

  /**
   * How much was sent.
   *
   * @return bytes of bodies
   */
  public long bytes() {
    return bytes.get();
  }

  /**
   * How many spans were sent.
   *
   * @return 0 too if the protocol is another than OTLP
   */
  public long spans() {
    return spans.get();
  }

  /**
   * The paths that something was sent to.
   *
   * @return a view
   */
  public Set<String> paths() {
    return paths;
  }

  /**
   * Whether the service's requests were told of.
   *
   * @return true once they were
   */
  public boolean proven() {
    return proven;
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      String path = exchange.getRequestURI().getPath();
      bytes.addAndGet(body.length);
      paths.add(path);
      look(path, plain(body, exchange.getRequestHeaders().getFirst("Content-Encoding")));
      byte[] answer = protocol.answer().getBytes(StandardCharsets.US_ASCII);
      exchange.sendResponseHeaders(protocol.status(), answer.length == 0 ? -1 : answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  private void look(String path, byte[] body) {
    if (!proven && new String(body, StandardCharsets.ISO_8859_1).contains(protocol.proof())) {
      proven = true;
    }
    if (path.equals(OTLP_TRACES)) {
      spans.addAndGet(SpanCount.of(body));
    }
  }

  private static byte[] plain(byte[] body, @Nullable String encoding) throws IOException {
    try (InputStream in = decoding(new ByteArrayInputStream(body), encoding)) {
      return in.readAllBytes();
    }
  }

  private static InputStream decoding(InputStream in, @Nullable String encoding)
      throws IOException {
    if ("gzip".equals(encoding)) {
      return new GZIPInputStream(in);
    }
    return "deflate".equals(encoding) ? new InflaterInputStream(in) : in;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
