package io.gnomon.jdbc.digest;

import org.jspecify.annotations.Nullable;

/**
 * Operations and targets in their order, as positions in the text of a digest. Bounded: what comes
 * after {@link #MAX_ITEMS} is not kept, as no summary has room for it. For one thread at a time;
 * only {@link #summary} and {@link #procedure} allocate.
 */
final class SummaryItems {

  /** No item. */
  static final int NONE = -1;

  private static final int MAX_ITEMS = 128;

  private final DigestBuffer out;
  private final int[] starts = new int[MAX_ITEMS];
  private final int[] ends = new int[MAX_ITEMS];
  private int count;
  private int procedure;

  SummaryItems(DigestBuffer out) {
    this.out = out;
  }

  void reset() {
    count = 0;
    procedure = NONE;
  }

  boolean isEmpty() {
    return count == 0;
  }

  /** Adds what stands from {@code start} to the end; the item, or {@link #NONE} without room. */
  int add(int start) {
    if (count == MAX_ITEMS) {
      return NONE;
    }
    starts[count] = start;
    ends[count] = out.length();
    return count++;
  }

  /** An item goes on to the end of the text. */
  void prolong(int item) {
    ends[item] = out.length();
  }

  /** Prolongs the item that was added last. */
  void prolongLast() {
    if (count > 0) {
      prolong(count - 1);
    }
  }

  /** Takes the last item back, if it starts at {@code start} or later. */
  void dropFrom(int start) {
    if (count > 0 && starts[count - 1] >= start) {
      count--;
    }
  }

  /** An item is a procedure that is called; the first one counts. */
  void called(int item) {
    if (procedure == NONE) {
      procedure = item;
    }
  }

  /** Forgets what was found in text that was taken back. */
  void truncate(int length) {
    while (count > 0 && ends[count - 1] > length) {
      count--;
    }
    if (procedure >= count) {
      procedure = NONE;
    }
  }

  /** Whether an item is still there. */
  boolean has(int item) {
    return item < count;
  }

  /** The first items that fit, with a blank between them. */
  String summary(int maxLength) {
    int fitting = 0;
    int length = 0;
    while (fitting < count && length + length(fitting) <= maxLength) {
      length += length(fitting++) + 1;
    }
    StringBuilder summary = new StringBuilder(length);
    for (int i = 0; i < fitting; i++) {
      if (i > 0) {
        summary.append(' ');
      }
      summary.append(out.chars(), starts[i], length(i));
    }
    return summary.toString();
  }

  /** The procedure that is called first, cut at a length, or null. */
  @Nullable String procedure(int maxLength) {
    return procedure == NONE
        ? null
        : out.substring(
            starts[procedure], starts[procedure] + Math.min(length(procedure), maxLength));
  }

  private int length(int item) {
    return ends[item] - starts[item];
  }
}
