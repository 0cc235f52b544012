package io.gnomon.benchmarks.overhead.process;

import java.nio.charset.StandardCharsets;

/**
 * A request and what its answer has to be.
 *
 * @param path what is asked for
 * @param status what is to be answered; another ends the run
 */
public record Ask(String path, int status) {

  private static final int OK = 200;

  /**
   * One that is to be answered with 200.
   *
   * @param path what is asked for
   * @return the request
   */
  public static Ask of(String path) {
    return new Ask(path, OK);
  }

  byte[] bytes() {
    return ("GET " + path + " HTTP/1.1\r\nHost: shop\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
  }

  String statusLine() {
    return "HTTP/1.1 " + status;
  }
}
