package io.gnomon.instrumentation.advice;

import java.util.ArrayList;
import java.util.List;

/** What advice under test saw, in order. One thread. */
public final class Told {

  private static final List<String> LINES = new ArrayList<>();

  private Told() {}

  public static void add(String line) {
    LINES.add(line);
  }

  static List<String> taken() {
    List<String> taken = List.copyOf(LINES);
    LINES.clear();
    return taken;
  }
}
