package io.gnomon.benchmarks.overhead.process;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Locale;

/**
 * One kept connection that asks over HTTP/1.1 and reads the answer, as cheaply as can be: the
 * client shares the processors with what it measures. Belongs to one thread.
 */
final class Connection implements AutoCloseable {

  private static final int TIMEOUT_MILLIS = 20_000;

  private final Socket socket;
  private final InputStream in;
  private final StringBuilder line = new StringBuilder();

  Connection(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(TIMEOUT_MILLIS);
    in = new BufferedInputStream(socket.getInputStream());
  }

  /**
   * Sends a request and reads its answer.
   *
   * @param request an {@link Ask}'s bytes
   * @param statusLine what the answer has to begin with
   * @return the body
   * @throws IOException also when the status is another
   */
  byte[] exchange(byte[] request, String statusLine) throws IOException {
    socket.getOutputStream().write(request);
    readLine();
    if (line.indexOf(statusLine) != 0) {
      throw new IOException("answered: " + line);
    }
    int length = 0;
    for (readLine(); !line.isEmpty(); readLine()) {
      length = Math.max(length, contentLength());
    }
    return in.readNBytes(length);
  }

  byte[] exchange(Ask ask) throws IOException {
    return exchange(ask.bytes(), ask.statusLine());
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
