package com.example.drivers;

/** Its bytes are changed so that they can't be verified. */
final class Broken {

  static final byte MARK = 77;

  private Broken() {}

  static int mark() {
    return MARK;
  }
}
