package io.gnomon.benchmarks.service;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Writes a response with its length, so that the connection is kept. */
final class Answer {

  private Answer() {}

  static void send(HttpServletResponse response, long number) throws IOException {
    send(response, Long.toString(number));
  }

  static void send(HttpServletResponse response, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.US_ASCII);
    response.setContentType("text/plain");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
