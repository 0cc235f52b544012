package io.gnomon.it.harness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Collects what a process says, on a thread of its own, so that the process never blocks. */
final class Output {

  private final StringBuffer text = new StringBuffer();
  private final Thread reader;

  Output(InputStream from, Consumer<String> eachLine) {
    reader = new Thread(() -> read(from, eachLine), "it-output");
    reader.setDaemon(true);
    reader.start();
  }

  private void read(InputStream from, Consumer<String> eachLine) {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(from, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        text.append(line).append('\n');
        eachLine.accept(line);
      }
    } catch (IOException closed) {
      text.append("(closed: ").append(closed).append(")\n");
    }
  }

  String text() {
    return text.toString();
  }

  void awaitEnd() throws InterruptedException {
    reader.join();
  }
}
