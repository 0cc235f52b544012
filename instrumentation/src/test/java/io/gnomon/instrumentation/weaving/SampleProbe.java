package io.gnomon.instrumentation.weaving;

/** Stands in for the length of a text. */
public final class SampleProbe {

  private SampleProbe() {}

  public static int length(String text) {
    return 100 + text.length();
  }
}
