package io.gnomon.benchmarks.jmh;

/** Texts of one shape that differ in a literal, more of them than any cache of texts holds. */
final class Literals {

  private static final int COUNT = 1 << 16;

  private final String[] texts = new String[COUNT];
  private int next;

  Literals() {
    for (int i = 0; i < COUNT; i++) {
      texts[i] = "SELECT name, price FROM item WHERE id = " + i;
    }
  }

  String next() {
    return texts[next++ & (COUNT - 1)];
  }
}
