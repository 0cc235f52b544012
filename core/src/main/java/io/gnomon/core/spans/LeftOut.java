package io.gnomon.core.spans;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The spans of one request that found no room, by what they are about: the first {@link
 * #MAX_SUBJECTS} each, the others in one sum. Written in turns, as its list is.
 */
final class LeftOut {

  /** How many subjects are told apart. */
  static final int MAX_SUBJECTS = 32;

  private static final String SEPARATOR = "; ";
  private static final String OTHERS = "others";
  private static final long NANOS_PER_MILLI = 1_000_000L;

  private final @Nullable SpanSubject[] subjects = new @Nullable SpanSubject[MAX_SUBJECTS];

  /** The last one is that of all other subjects. */
  private final int[] counts = new int[MAX_SUBJECTS + 1];

  private final long[] nanos = new long[MAX_SUBJECTS + 1];
  private int size;
  private int last;

  void count(SpanSubject subject, long elapsedNanos) {
    int index = last < size && subjects[last] == subject ? last : find(subject);
    last = index;
    counts[index]++;
    nanos[index] += elapsedNanos;
  }

  private int find(SpanSubject subject) {
    for (int i = 0; i < size; i++) {
      if (subjects[i] == subject) {
        return i;
      }
    }
    if (size == MAX_SUBJECTS) {
      return MAX_SUBJECTS;
    }
    subjects[size] = subject;
    return size++;
  }

  void clear() {
    Arrays.fill(subjects, 0, size, null);
    Arrays.fill(counts, 0);
    Arrays.fill(nanos, 0);
    size = 0;
    last = 0;
  }

  /** How many there are in all. */
  int sum() {
    int sum = 0;
    for (int count : counts) {
      sum += count;
    }
    return sum;
  }

  /**
   * What they are, in words.
   *
   * @param maxChars how long at most
   * @return as {@code 00000000000000ab SELECT item x234 (1200 ms); others x3 (5 ms)}
   */
  String words(int maxChars) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < size; i++) {
      SpanSubject subject = subjects[i];
      if (subject != null) {
        append(text, subject.shortText(), i);
      }
    }
    if (counts[MAX_SUBJECTS] > 0) {
      append(text, OTHERS, MAX_SUBJECTS);
    }
    if (text.length() > maxChars) {
      text.setLength(maxChars);
    }
    return text.toString();
  }

  private void append(StringBuilder text, String what, int index) {
    if (text.length() > 0) {
      text.append(SEPARATOR);
    }
    text.append(what).append(" x").append(counts[index]);
    text.append(" (").append(nanos[index] / NANOS_PER_MILLI).append(" ms)");
  }
}
