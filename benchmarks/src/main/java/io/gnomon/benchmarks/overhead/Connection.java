package io.gnomon.benchmarks.overhead;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One kept connection that asks over HTTP/1.1 and reads the answer, as cheaply as can be: the
 * client shares the processors with what it measures. Belongs to one thread.
 */
final class Connection implements AutoCloseable {

  private static final int TIMEOUT_MILLIS = 20_000;
  private static final int OK_LINE_LENGTH = "HTTP/1.1 200".length();

  private final Socket socket;
  private final InputStream in;
  private final StringBuilder line = new StringBuilder();

  Connection(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(TIMEOUT_MILLIS);
    in = new BufferedInputStream(socket.getInputStream());
  }

  static byte[] request(String path) {
    return ("GET " + path + " HTTP/1.1\r\nHost: shop\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * Sends a request and reads its answer.
   *
   * @param request as {@link #request} makes it
   * @return the body
   * @throws IOException also when the status is not 200
   */
  byte[] exchange(byte[] request) throws IOException {
    socket.getOutputStream().write(request);
    readLine();
    if (line.length() < OK_LINE_LENGTH || !line.substring(0, OK_LINE_LENGTH).endsWith(" 200")) {
      throw new IOException("answered: " + line);
    }
    int length = 0;
    for (readLine(); !line.isEmpty(); readLine()) {
      length = Math.max(length, contentLength());
    }
    return in.readNBytes(length);
  }

  private int contentLength() {
    String header = "content-length:";
    return line.length() > header.length()
            && line.substring(0, header.length()).toLowerCase(Locale.ROOT).equals(header)
        ? Integer.parseInt(line.substring(header.length()).trim())
        : 0;
  }

  private void readLine() throws IOException {
    line.setLength(0);
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("the service closed the connection");
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
