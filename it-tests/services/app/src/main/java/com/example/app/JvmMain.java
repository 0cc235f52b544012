package com.example.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * A program that is no web application: it loads nothing of the JDK's logging and management until
 * a page asks for it. One thread, one page per connection.
 */
public final class JvmMain {

  /** Whether logging may start. */
  static volatile boolean started;

  private JvmMain() {}

  public static void main(String[] arguments) throws IOException {
    ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Ready.at(listening.getLocalPort(), listening::close);
    while (!listening.isClosed()) {
      try (Socket socket = listening.accept()) {
        answer(socket);
      } catch (IOException gone) {
        // The caller went away, or the end has come.
      }
    }
  }

  private static void answer(Socket socket) throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    String request = in.readLine();
    for (String line = request; line != null && !line.isEmpty(); line = in.readLine()) {
      // Headers say nothing of interest.
    }
    if (request != null) {
      byte[] body =
          page(request.substring("GET ".length(), request.lastIndexOf(' ')))
              .getBytes(StandardCharsets.UTF_8);
      String head =
          "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: " + body.length + "\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().write(body);
    }
  }

  private static String page(String path) {
    switch (path) {
      case "/gc":
        System.gc();
        return JvmFacts.collections();
      case "/collections":
        return JvmFacts.collections();
      case "/pools":
        return JvmFacts.pools();
      case "/servers":
        return JvmFacts.servers();
      case "/log-manager":
        started = true;
        return JvmFacts.logManager();
      default:
        return "";
    }
  }
}
