package io.gnomon.exporter.sender;

import io.opentelemetry.sdk.common.export.Compressor;
import io.opentelemetry.sdk.common.export.HttpSenderConfig;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * One POST by HTTP/1.1 over a socket: without a class of the JDK's own client, so that nothing the
 * application has set for all its connections counts here (cookies, authenticators, redirects,
 * stream handlers, verifiers of host names), no advice of ours runs and no thread watches idle
 * connections. Used by the export thread alone.
 */
final class HttpPost {

  private static final int OK = 200;
  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;
  private static final String END = "\r\n";
  private static final byte[] NOTHING = new byte[0];

  private final URI endpoint;
  private final boolean secure;
  private final String host;
  private final int port;
  private final HttpSenderConfig config;
  private final SpareLine spare;

  HttpPost(HttpSenderConfig config, SpareLine spare) {
    this.endpoint = config.getEndpoint();
    this.secure = "https".equalsIgnoreCase(endpoint.getScheme());
    this.host = unbracketed(endpoint.getHost());
    this.port = endpoint.getPort() > 0 ? endpoint.getPort() : secure ? HTTPS_PORT : HTTP_PORT;
    this.config = config;
    this.spare = spare;
  }

  private static String unbracketed(String name) {
    return name.startsWith("[") ? name.substring(1, name.length() - 1) : name;
  }

  /**
   * Sends and reads the answer. What fails on a connection that was used before, without a byte of
   * an answer, is sent once more on a new one: the endpoint may just have closed the old one.
   *
   * @param body what to send, compressed if need be
   * @param length how much of it
   * @param deadlineNanos by {@link System#nanoTime()}; kept to within one read
   * @return the answer
   * @throws IOException if there is none
   */
  HttpAnswer send(byte[] body, int length, long deadlineNanos) throws IOException {
    Proxy proxy = ProxyRule.of(endpoint);
    boolean keep = spare.isBusy();
    String head = head(proxy, length, keep);
    HttpLine used = spare.take();
    if (used != null) {
      try {
        return exchange(used, head, body, length, deadlineNanos, keep);
      } catch (SocketTimeoutException e) {
        throw e;
      } catch (IOException e) {
        if (used.isAnswering()) {
          throw e;
        }
      }
    }
    return exchange(open(proxy, deadlineNanos), head, body, length, deadlineNanos, keep);
  }

  private HttpAnswer exchange(
      HttpLine line, String head, byte[] body, int length, long deadlineNanos, boolean keep)
      throws IOException {
    boolean kept = false;
    try {
      line.write(head, body, length, deadlineNanos);
      AnswerReader reader = new AnswerReader(line);
      HttpAnswer answer = reader.read();
      spare.used();
      kept = keep && !reader.isLast();
      return answer;
    } finally {
      if (kept) {
        spare.give(line);
      } else {
        line.close();
      }
    }
  }

  private HttpLine open(Proxy proxy, long deadlineNanos) throws IOException {
    int millis = (int) Math.min(Integer.MAX_VALUE, config.getConnectTimeout().toMillis());
    InetSocketAddress by = (InetSocketAddress) proxy.address();
    HttpLine line =
        by == null
            ? HttpLine.open(host, port, millis, deadlineNanos)
            : HttpLine.open(by.getHostString(), by.getPort(), millis, deadlineNanos);
    boolean opened = false;
    try {
      if (secure) {
        if (by != null) {
          tunnel(line, deadlineNanos);
        }
        line.secure(tls(), host, port);
      }
      opened = true;
      return line;
    } finally {
      if (!opened) {
        line.close();
      }
    }
  }

  private void tunnel(HttpLine line, long deadlineNanos) throws IOException {
    String target = endpoint.getHost() + ':' + port;
    String head = "CONNECT " + target + " HTTP/1.1" + END + "Host: " + target + END + END;
    line.write(head, NOTHING, 0, deadlineNanos);
    int status = new AnswerReader(line).readStatus();
    if (status / 100 != OK / 100) {
      throw new IOException("the proxy refuses to connect: HTTP status " + status);
    }
  }

  private SSLContext tls() throws IOException {
    @Nullable SSLContext own = config.getSslContext();
    try {
      return own == null ? SSLContext.getDefault() : own;
    } catch (NoSuchAlgorithmException e) {
      throw new IOException(e);
    }
  }

  private String head(Proxy proxy, int length, boolean keep) {
    StringBuilder head = new StringBuilder(512);
    head.append("POST ");
    if (proxy.address() != null && !secure) {
      head.append("http://").append(endpoint.getRawAuthority());
    }
    head.append(endpoint.getRawPath().isEmpty() ? "/" : endpoint.getRawPath());
    if (endpoint.getRawQuery() != null) {
      head.append('?').append(endpoint.getRawQuery());
    }
    head.append(" HTTP/1.1").append(END);
    boolean usual = port == (secure ? HTTPS_PORT : HTTP_PORT);
    header(head, "Host", usual ? endpoint.getHost() : endpoint.getHost() + ':' + port);
    for (Map.Entry<String, List<String>> entry : config.getHeadersSupplier().get().entrySet()) {
      for (String value : entry.getValue()) {
        header(head, entry.getKey(), value);
      }
    }
    if (!keep) {
      header(head, "Connection", "close");
    }
    header(head, "Accept", config.getContentType());
    header(head, "Content-Type", config.getContentType());
    Compressor compressor = config.getCompressor();
    if (compressor != null) {
      header(head, "Content-Encoding", compressor.getEncoding());
    }
    header(head, "Content-Length", Integer.toString(length));
    return head.append(END).toString();
  }

  /** A line; what would end it is left out. */
  private static void header(StringBuilder head, String name, String value) {
    head.append(name).append(": ");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c != '\r' && c != '\n') {
        head.append(c);
      }
    }
    head.append(END);
  }
}
