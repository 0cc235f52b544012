package com.example.libraries;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.CodeSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import kotlin.KotlinVersion;
import kotlin.collections.CollectionsKt;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.implementation.FixedValue;
import net.bytebuddy.matcher.ElementMatchers;
import okhttp3.OkHttp;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.HdrHistogram.Histogram;

/** Uses each library and tells what it did and which jar it came from. */
public final class LibrariesMain {

  private static final String HOST = "127.0.0.1";
  private static final int HIGHEST = 1_000_000;

  private LibrariesMain() {}

  /**
   * Starts it on a free port.
   *
   * @param arguments none
   * @throws IOException if it does not start
   */
  public static void main(String[] arguments) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    int port = server.getAddress().getPort();
    server.createContext("/ping", exchange -> answer(exchange, "pong"));
    server.createContext("/libraries", exchange -> answer(exchange, libraries(port)));
    // Two at once: /libraries asks for /ping.
    server.setExecutor(java.util.concurrent.Executors.newFixedThreadPool(2));
    server.start();
    System.out.println("PORT " + port);
  }

  private static void answer(HttpExchange exchange, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static String libraries(int port) {
    try {
      return String.join(
          "\n",
          "Byte Buddy " + byteBuddy() + from(ByteBuddy.class),
          "OpenTelemetry " + openTelemetry() + from(Span.class) + from(OpenTelemetrySdk.class),
          "HdrHistogram " + histogram() + from(Histogram.class),
          "OkHttp " + okHttp(port) + from(OkHttp.class),
          "Kotlin " + kotlin() + from(KotlinVersion.class),
          "H2 " + query());
    } catch (ReflectiveOperationException | IOException | SQLException | LinkageError failure) {
      return "failed: " + failure;
    }
  }

  private static String from(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    return " from " + new File(source.getLocation().getPath()).getName();
  }

  private static String byteBuddy() throws ReflectiveOperationException {
    return new ByteBuddy()
        .subclass(Object.class)
        .method(ElementMatchers.named("toString"))
        .intercept(FixedValue.value("made"))
        .make()
        .load(LibrariesMain.class.getClassLoader())
        .getLoaded()
        .getDeclaredConstructor()
        .newInstance()
        .toString();
  }

  private static String openTelemetry() {
    OpenTelemetry own =
        OpenTelemetrySdk.builder().setTracerProvider(SdkTracerProvider.builder().build()).build();
    Span span = own.getTracer("own").spanBuilder("own").startSpan();
    span.end();
    boolean global =
        GlobalOpenTelemetry.get().getTracer("t").spanBuilder("s").startSpan().isRecording();
    return "span " + span.getSpanContext().isValid() + ", global records " + global;
  }

  private static String histogram() {
    Histogram histogram = new Histogram(HIGHEST, 3);
    histogram.recordValue(HIGHEST / 2);
    return "count " + histogram.getTotalCount();
  }

  private static String okHttp(int port) throws IOException {
    Request request = new Request.Builder().url("http://" + HOST + ":" + port + "/ping").build();
    OkHttpClient client = new OkHttpClient();
    try (Response response = client.newCall(request).execute()) {
      return OkHttp.VERSION + " got " + response.body().string();
    } finally {
      client.dispatcher().executorService().shutdown();
      client.connectionPool().evictAll();
    }
  }

  private static String kotlin() {
    return KotlinVersion.CURRENT + " sum " + CollectionsKt.sumOfInt(Arrays.asList(1, 2, 3));
  }

  private static String query() throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:own");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT 7")) {
      rows.next();
      return "row " + rows.getInt(1);
    }
  }
}
