package io.gnomon.exporter.sender;

import io.opentelemetry.sdk.common.export.Compressor;
import io.opentelemetry.sdk.common.export.HttpSenderConfig;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/**
 * One POST over {@link HttpURLConnection}, with everything that the application may have changed
 * for all connections set again for this one: proxy, caches, redirects, authenticator, TLS factory,
 * host name verifier. A CookieHandler and a URL stream handler factory of the application can't be
 * set per connection and are obeyed. The connection is closed after the answer; if an endpoint does
 * not confirm that, as it should (RFC 9112, 9.6), the JDK's idle timer thread runs for a moment.
 */
final class UrlPost {

  /** How much of an answer is read. */
  static final int MAX_ANSWER_BYTES = 64 * 1024;

  private static final byte[] EMPTY = new byte[0];

  /** Asked only when the certificate's names do not fit; refuses. */
  private static final HostnameVerifier STRICT =
      new HostnameVerifier() {
        @Override
        public boolean verify(String host, SSLSession session) {
          return false;
        }
      };

  private final URI endpoint;
  private final HttpSenderConfig config;
  private final @Nullable SSLContext tls;

  UrlPost(HttpSenderConfig config) {
    this.endpoint = config.getEndpoint();
    this.config = config;
    this.tls = config.getSslContext();
  }

  /**
   * Sends once and reads the answer.
   *
   * @param body what to send, compressed if need be
   * @param deadlineNanos by {@link System#nanoTime()}; kept to within one read
   * @return the answer
   * @throws IOException if there is none
   */
  HttpAnswer send(byte[] body, long deadlineNanos) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection) endpoint.toURL().openConnection(ProxyRule.of(endpoint));
    try {
      prepare(connection, body.length, deadlineNanos);
      try (OutputStream out = connection.getOutputStream()) {
        out.write(body);
      }
      connection.setReadTimeout(millisUntil(deadlineNanos));
      int status = connection.getResponseCode();
      String message = connection.getResponseMessage();
      return new HttpAnswer(
          status,
          message == null ? "" : message,
          read(connection, status, deadlineNanos),
          RetryAfter.nanos(
              connection.getHeaderField("Retry-After"),
              connection.getHeaderFieldDate("Retry-After", 0),
              System.currentTimeMillis()));
    } finally {
      connection.disconnect();
    }
  }

  private void prepare(HttpURLConnection connection, int length, long deadlineNanos)
      throws IOException {
    if (connection instanceof HttpsURLConnection && tls != null) {
      HttpsURLConnection secure = (HttpsURLConnection) connection;
      secure.setSSLSocketFactory(tls.getSocketFactory());
      secure.setHostnameVerifier(STRICT);
    }
    NoAuthenticator.on(connection);
    connection.setRequestMethod("POST");
    connection.setDoOutput(true);
    connection.setUseCaches(false);
    connection.setInstanceFollowRedirects(false);
    connection.setAllowUserInteraction(false);
    int connectMillis = (int) Math.min(Integer.MAX_VALUE, config.getConnectTimeout().toMillis());
    connection.setConnectTimeout(Math.max(1, Math.min(connectMillis, millisUntil(deadlineNanos))));
    connection.setReadTimeout(millisUntil(deadlineNanos));
    connection.setFixedLengthStreamingMode(length);
    headers(connection);
  }

  private void headers(HttpURLConnection connection) {
    for (Map.Entry<String, List<String>> header : config.getHeadersSupplier().get().entrySet()) {
      for (String value : header.getValue()) {
        connection.addRequestProperty(header.getKey(), value);
      }
    }
    connection.setRequestProperty("Connection", "close");
    connection.setRequestProperty("Accept", config.getContentType());
    connection.setRequestProperty("Content-Type", config.getContentType());
    Compressor compressor = config.getCompressor();
    if (compressor != null) {
      connection.setRequestProperty("Content-Encoding", compressor.getEncoding());
    }
  }

  private static byte[] read(HttpURLConnection connection, int status, long deadlineNanos)
      throws IOException {
    InputStream stream = status >= 400 ? connection.getErrorStream() : connection.getInputStream();
    if (stream == null) {
      return EMPTY;
    }
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    byte[] buffer = new byte[1024];
    try (InputStream in = stream) {
      int count = in.read(buffer);
      while (count >= 0 && answer.size() < MAX_ANSWER_BYTES) {
        answer.write(buffer, 0, Math.min(count, MAX_ANSWER_BYTES - answer.size()));
        millisUntil(deadlineNanos);
        count = in.read(buffer);
      }
    }
    return answer.toByteArray();
  }

  private static int millisUntil(long deadlineNanos) throws SocketTimeoutException {
    long millis = TimeUnit.NANOSECONDS.toMillis(deadlineNanos - System.nanoTime());
    if (millis <= 0) {
      throw new SocketTimeoutException("no complete answer within the timeout");
    }
    return (int) Math.min(Integer.MAX_VALUE, millis);
  }
}
