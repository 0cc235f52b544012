package io.gnomon.exporter.sender;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * A connection to an endpoint, as bytes and lines. Each read waits until a deadline at most. Used
 * by one thread at a time.
 */
final class HttpLine {

  /** How long a line may be; a longer one is no HTTP that we want to read. */
  static final int MAX_LINE = 8 * 1024;

  private static final int BUFFER = 1024;

  private final byte[] buffer = new byte[BUFFER];
  private final StringBuilder text = new StringBuilder();
  private final long deadlineOfOpening;
  private Socket socket;
  private InputStream in;
  private OutputStream out;
  private int position;
  private int end;
  private long deadlineNanos;
  private boolean answering;

  private HttpLine(Socket socket, long deadlineNanos) throws IOException {
    this.deadlineOfOpening = deadlineNanos;
    this.deadlineNanos = deadlineNanos;
    this.socket = socket;
    this.in = socket.getInputStream();
    this.out = socket.getOutputStream();
  }

  /**
   * Connects. The socket obeys neither the application's ProxySelector nor its authenticator.
   *
   * @param host a name or an address
   * @param port of it
   * @param connectMillis how long connecting may take
   * @param deadlineNanos by {@link System#nanoTime()}
   * @throws IOException if that fails
   */
  static HttpLine open(String host, int port, int connectMillis, long deadlineNanos)
      throws IOException {
    Socket socket = new Socket(Proxy.NO_PROXY);
    try {
      socket.setTcpNoDelay(true);
      int millis = Math.max(1, Math.min(connectMillis, millisUntil(deadlineNanos)));
      socket.connect(new InetSocketAddress(host, port), millis);
      return new HttpLine(socket, deadlineNanos);
    } catch (IOException | RuntimeException e) {
      close(socket);
      throw e;
    }
  }

  /** Goes on by TLS; the certificate must be one for this host. */
  void secure(SSLContext tls, String host, int port) throws IOException {
    socket.setSoTimeout(millisUntil(deadlineOfOpening));
    SSLSocket secured = (SSLSocket) tls.getSocketFactory().createSocket(socket, host, port, true);
    socket = secured;
    SSLParameters parameters = secured.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    secured.setSSLParameters(parameters);
    secured.startHandshake();
    in = secured.getInputStream();
    out = secured.getOutputStream();
  }

  /** Sends a request; what is read from now on is its answer. */
  void write(String head, byte[] body, int length, long untilNanos) throws IOException {
    deadlineNanos = untilNanos;
    answering = false;
    millisUntil(untilNanos);
    out.write(head.getBytes(StandardCharsets.ISO_8859_1));
    out.write(body, 0, length);
    out.flush();
  }

  /** Whether a byte of the answer has come. */
  boolean isAnswering() {
    return answering;
  }

  /**
   * A line without its end.
   *
   * @throws EOFException if the connection ended before that of the line
   */
  String line() throws IOException {
    text.setLength(0);
    for (int next = read(); next != '\n'; next = read()) {
      if (next < 0) {
        throw new EOFException("the endpoint closed the connection");
      }
      if (text.length() == MAX_LINE) {
        throw new IOException("a line of more than " + MAX_LINE + " bytes");
      }
      text.append((char) next);
    }
    int length = text.length();
    return text.substring(0, length > 0 && text.charAt(length - 1) == '\r' ? length - 1 : length);
  }

  /** The next byte, or -1 at the end of the connection. */
  int read() throws IOException {
    if (position == end) {
      socket.setSoTimeout(millisUntil(deadlineNanos));
      position = 0;
      end = Math.max(0, in.read(buffer));
      if (end == 0) {
        return -1;
      }
      answering = true;
    }
    return buffer[position++] & 0xff;
  }

  void close() {
    close(socket);
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is of no more use, and there is nothing to be done about it.
    }
  }

  private static int millisUntil(long deadlineNanos) throws SocketTimeoutException {
    long millis = TimeUnit.NANOSECONDS.toMillis(deadlineNanos - System.nanoTime());
    if (millis <= 0) {
      throw new SocketTimeoutException("no complete answer within the timeout");
    }
    return (int) Math.min(Integer.MAX_VALUE, millis);
  }
}
