package io.gnomon.it.harness;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;

/**
 * An application server with the application in its root. Listens on the loopback interface, on a
 * port that was free a moment before.
 */
public interface AppServer extends Launcher {

  /**
   * What it is called.
   *
   * @return as {@code Payara 6}
   */
  String title();

  /**
   * Whether it runs on this Java.
   *
   * @param feature as 17
   * @return true if so
   */
  boolean runsOn(int feature);

  /**
   * A request that it can't parse.
   *
   * @return what is sent; it answers 400
   */
  String malformed();

  /**
   * The application's archive.
   *
   * @param jakarta whether for that name space
   * @return where it lies
   */
  static Path war(boolean jakarta) {
    return Build.services().resolve(jakarta ? "war-jakarta" : "war").resolve("target/shop.war");
  }

  /**
   * A port that nobody listens on.
   *
   * @return its number
   * @throws IOException if there is none
   */
  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
