package io.gnomon.core.spans;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The spans of one request that found no room, in groups of what they are about: the first {@link
 * #MAX_SUBJECTS} each, the others in one. Written in turns, as its list is.
 */
final class LeftOut {

  /** How many subjects are told apart. */
  static final int MAX_SUBJECTS = 32;

  private static final String SEPARATOR = "; ";
  private static final String OTHERS = "others";
  private static final long NANOS_PER_MILLI = 1_000_000L;

  /** The first subject of each group. */
  private final @Nullable SpanSubject[] subjects = new @Nullable SpanSubject[MAX_SUBJECTS];

  /** The last one is that of all other subjects. */
  private final int[] counts = new int[MAX_SUBJECTS + 1];

  /** How long they took, and of those that are open when they started, below 0. */
  private final long[] nanos = new long[MAX_SUBJECTS + 1];

  /** How many are open. */
  private final int[] open = new int[MAX_SUBJECTS + 1];

  private int size;
  private int last;

  /** Counts a span that has ended. */
  void count(SpanSubject subject, long elapsedNanos) {
    nanos[counted(subject)] += elapsedNanos;
  }

  /** Counts a span that has started; its group, to be handed to {@link #close}. */
  int open(SpanSubject subject, long startOffset) {
    int group = counted(subject);
    open[group]++;
    nanos[group] -= startOffset;
    return group;
  }

  /** Ends a span that was counted when it started; each is to be ended once at most. */
  void close(int group, long endOffset) {
    if (group < open.length && open[group] > 0) {
      open[group]--;
      nanos[group] += endOffset;
    }
  }

  private int counted(SpanSubject subject) {
    int group = last < size && isOf(last, subject) ? last : find(subject);
    last = group;
    counts[group]++;
    return group;
  }

  private boolean isOf(int group, SpanSubject subject) {
    SpanSubject first = subjects[group];
    return first != null && first.isCountedWith(subject);
  }

  private int find(SpanSubject subject) {
    for (int i = 0; i < size; i++) {
      if (isOf(i, subject)) {
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
    Arrays.fill(open, 0);
    size = 0;
    last = 0;
  }

  /**
   * What they are, in words.
   *
   * @param maxChars how long at most
   * @param endOffset when those end that are open: with their request
   * @return as {@code 00000000000000ab SELECT item x234 (1200 ms); others x3 (5 ms)}
   */
  String words(int maxChars, long endOffset) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < size; i++) {
      SpanSubject subject = subjects[i];
      if (subject != null) {
        append(text, subject.shortText(), i, endOffset);
      }
    }
    if (counts[MAX_SUBJECTS] > 0) {
      append(text, OTHERS, MAX_SUBJECTS, endOffset);
    }
    if (text.length() > maxChars) {
      text.setLength(maxChars);
    }
    return text.toString();
  }

  private void append(StringBuilder text, String what, int group, long endOffset) {
    if (text.length() > 0) {
      text.append(SEPARATOR);
    }
    text.append(what).append(" x").append(counts[group]);
    long all = nanos[group] + open[group] * endOffset;
    text.append(" (").append(Math.max(0, all) / NANOS_PER_MILLI).append(" ms)");
  }
}
