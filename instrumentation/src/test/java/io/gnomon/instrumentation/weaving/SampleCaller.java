package io.gnomon.instrumentation.weaving;

/** Calls the same method in two of its own. */
class SampleCaller {

  int executeUpdate(int length) {
    return "x".repeat(length).length();
  }

  int untouched(int length) {
    return "x".repeat(length).length();
  }
}
