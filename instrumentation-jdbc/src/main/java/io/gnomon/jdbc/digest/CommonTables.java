package io.gnomon.jdbc.digest;

/**
 * The names that WITH gives to the tables of one statement, as positions in the text of a digest.
 * Bounded: those after {@link #MAX_NAMES} count as tables. For one thread at a time.
 */
final class CommonTables {

  private static final int MAX_NAMES = 16;

  private final DigestBuffer out;
  private final int[] starts = new int[MAX_NAMES];
  private final int[] ends = new int[MAX_NAMES];
  private int count;

  CommonTables(DigestBuffer out) {
    this.out = out;
  }

  void reset() {
    count = 0;
  }

  /** A name that stands from {@code start} to the end. */
  void add(int start) {
    if (count < MAX_NAMES) {
      starts[count] = start;
      ends[count++] = out.length();
    }
  }

  /** Whether what stands from {@code start} to the end is one of the names, in any case. */
  boolean has(int start) {
    int length = out.length() - start;
    for (int i = 0; i < count; i++) {
      int known = starts[i];
      if (ends[i] - known == length && out.sameIgnoringCase(known, start, length)) {
        return true;
      }
    }
    return false;
  }
}
