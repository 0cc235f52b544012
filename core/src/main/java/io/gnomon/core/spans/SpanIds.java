package io.gnomon.core.spans;

/** Ids of traces and spans as text: lower-case hexadecimal, as W3C Trace Context writes them. */
public final class SpanIds {

  /** How many characters the id of a trace has. */
  public static final int TRACE_LENGTH = 32;

  /** How many characters the id of a span has. */
  public static final int SPAN_LENGTH = 16;

  private static final char[] DIGITS = {
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'
  };

  private static final int BITS_PER_DIGIT = 4;
  private static final int DIGIT_MASK = 0xf;

  private SpanIds() {}

  /**
   * The id of a trace.
   *
   * @param high its upper half
   * @param low its lower half
   * @return {@link #TRACE_LENGTH} characters, a new string each time
   */
  public static String hex(long high, long low) {
    char[] text = new char[TRACE_LENGTH];
    write(high, text, 0);
    write(low, text, SPAN_LENGTH);
    return new String(text);
  }

  /**
   * The id of a span.
   *
   * @param id its bits
   * @return {@link #SPAN_LENGTH} characters, a new string each time
   */
  public static String hex(long id) {
    char[] text = new char[SPAN_LENGTH];
    write(id, text, 0);
    return new String(text);
  }

  private static void write(long id, char[] text, int from) {
    long rest = id;
    for (int i = from + SPAN_LENGTH - 1; i >= from; i--) {
      text[i] = DIGITS[(int) rest & DIGIT_MASK];
      rest >>>= BITS_PER_DIGIT;
    }
  }
}
