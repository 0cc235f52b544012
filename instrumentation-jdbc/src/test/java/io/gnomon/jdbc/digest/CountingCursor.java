package io.gnomon.jdbc.digest;

/** Counts how often the scanner looks at a character: time in a unit that no machine changes. */
final class CountingCursor extends SqlCursor {

  /** How often a character may be looked at on average, in both readings of a text together. */
  private static final int PER_CHARACTER = 32;

  long looks;

  /** How many looks a text may cost. */
  static long most(String text) {
    return PER_CHARACTER * (Math.min(text.length(), SqlDigester.MAX_TEXT_CHARS) + 16L);
  }

  @Override
  char charAt(int index) {
    looks++;
    return super.charAt(index);
  }
}
