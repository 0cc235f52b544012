package io.gnomon.otlpreceiver;

import com.google.protobuf.InvalidProtocolBufferException;
import io.undertow.Undertow;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.BlockingHandler;
import io.undertow.server.handlers.PathHandler;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.StatusCodes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.xnio.Options;

/**
 * OTLP over HTTP, protobuf, plain or gzip. One thread per request that is being answered. Not on
 * the JDK's own server, which resets one in a hundred connections that the client wants closed.
 */
final class HttpEndpoint implements AutoCloseable {

  private static final int WORKERS = 32;

  /** Held, or their levels would be forgotten: each start and stop would be told on stderr. */
  private static final List<Logger> QUIET =
      List.of(
          Logger.getLogger("io.undertow"),
          Logger.getLogger("org.xnio"),
          Logger.getLogger("org.jboss.threads"));

  private final Intake intake;
  private final Undertow server;
  private final int port;
  private final CountDownLatch closed = new CountDownLatch(1);

  HttpEndpoint(int port, Intake intake) throws IOException {
    this.intake = intake;
    QUIET.forEach(logger -> logger.setLevel(Level.WARNING));
    PathHandler paths = new PathHandler();
    for (Signal signal : Signal.values()) {
      paths.addExactPath(signal.path(), new BlockingHandler(exchange -> handle(signal, exchange)));
    }
    server =
        Undertow.builder()
            .addHttpListener(port, InetAddress.getLoopbackAddress().getHostAddress())
            .setIoThreads(1)
            .setWorkerThreads(WORKERS)
            .setWorkerOption(Options.THREAD_DAEMON, true)
            .setHandler(paths)
            .build();
    try {
      server.start();
    } catch (RuntimeException notStarted) {
      throw new IOException("port " + port, notStarted);
    }
    this.port = ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
  }

  int port() {
    return port;
  }

  private void handle(Signal signal, HttpServerExchange exchange) throws IOException {
    try {
      if (exchange.getRequestMethod().equalToString("POST")) {
        receive(signal, exchange);
      } else {
        exchange.setStatusCode(StatusCodes.METHOD_NOT_ALLOWED);
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  private void receive(Signal signal, HttpServerExchange exchange)
      throws IOException, InterruptedException {
    byte[] wire = exchange.getInputStream().readAllBytes();
    Map<String, String> headers = headers(exchange);
    Answer answer;
    try {
      answer = intake.take(signal, false, headers, wire.length, plain(wire, headers));
    } catch (InvalidProtocolBufferException | ZipException unreadable) {
      send(exchange, StatusCodes.BAD_REQUEST, "text/plain", text(unreadable.toString()));
      return;
    }
    answer(signal, exchange, answer);
  }

  private static byte[] text(String message) {
    return message.getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, String> headers(HttpServerExchange exchange) {
    Map<String, String> headers = new TreeMap<>();
    exchange
        .getRequestHeaders()
        .forEach(
            values ->
                headers.put(
                    values.getHeaderName().toString().toLowerCase(Locale.ROOT), values.getFirst()));
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

  private void answer(Signal signal, HttpServerExchange exchange, Answer answer)
      throws IOException, InterruptedException {
    boolean closing = closed.await(answer.delay().toMillis(), TimeUnit.MILLISECONDS);
    if (closing || answer.kind() == Answer.Kind.CLOSE) {
      exchange.getConnection().close();
      return;
    }
    if (answer.kind() == Answer.Kind.HANG) {
      closed.await();
      exchange.getConnection().close();
      return;
    }
    answer
        .headers()
        .forEach((name, value) -> exchange.getResponseHeaders().put(new HttpString(name), value));
    if (answer.kind() == Answer.Kind.REFUSE) {
      send(exchange, answer.status(), "text/plain", text(answer.message()));
    } else {
      send(exchange, StatusCodes.OK, "application/x-protobuf", Intake.body(signal, answer));
    }
  }

  private static void send(HttpServerExchange exchange, int status, String type, byte[] body) {
    exchange.setStatusCode(status);
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, type);
    exchange.getResponseSender().send(ByteBuffer.wrap(body));
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop();
  }
}
