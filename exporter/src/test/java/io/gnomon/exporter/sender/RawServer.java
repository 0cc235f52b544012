package io.gnomon.exporter.sender;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A server on 127.0.0.1 that writes what it is told, byte by byte, one answer per request. An
 * answer that ends in {@link #CLOSE} is followed by the end of the connection.
 */
final class RawServer implements AutoCloseable {

  static final String CLOSE = "\0close";
  static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";

  /** A request's head, and which connection it came on. */
  record Request(int connection, String head) {}

  private final ServerSocket server;
  private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private volatile int connections;

  RawServer(ServerSocket server) {
    this.server = server;
    start(this::accept);
  }

  RawServer() throws IOException {
    this(new ServerSocket(0, 10, InetAddress.getByName("127.0.0.1")));
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work);
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        int number = ++connections;
        start(() -> serve(socket, number));
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private void serve(Socket socket, int number) {
    try (socket) {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      String head = head(in);
      while (!head.isEmpty()) {
        requests.add(new Request(number, head));
        String answer = answers.take();
        int end = answer.indexOf(CLOSE);
        String sent = end < 0 ? answer : answer.substring(0, end);
        socket.getOutputStream().write(sent.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
        head = end < 0 ? head(in) : "";
      }
    } catch (IOException | InterruptedException gone) {
      // The client has gone.
    }
  }

  /** Reads a request; empty at the end of the connection. */
  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        return "";
      }
      head.append((char) next);
    }
    for (String line : head.toString().split("\r\n")) {
      if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
        in.skipNBytes(Long.parseLong(line.substring(15).trim()));
      }
    }
    return head.toString();
  }

  RawServer answer(String... next) {
    answers.addAll(List.of(next));
    return this;
  }

  List<Request> requests() {
    return requests;
  }

  int port() {
    return server.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
