package io.gnomon.core.settings;

/** Durations as users write them: {@code 100ms}, {@code 1.5s}, a bare number of milliseconds. */
final class Durations {

  static final long INVALID = -1;

  private static final String[] UNITS = {"ns", "us", "ms", "s", "m", "h", ""};
  private static final long[] UNIT_NANOS = {
    1L, 1_000L, 1_000_000L, 1_000_000_000L, 60_000_000_000L, 3_600_000_000_000L, 1_000_000L
  };

  private Durations() {}

  /** Nanoseconds, or {@link #INVALID} for what is no duration, negative or over 292 years. */
  static long parseNanos(String text) {
    int wholeEnd = digitsEnd(text, 0);
    int fractionEnd = wholeEnd;
    if (wholeEnd < text.length() && text.charAt(wholeEnd) == '.') {
      fractionEnd = digitsEnd(text, wholeEnd + 1);
      if (fractionEnd == wholeEnd + 1) {
        return INVALID;
      }
    }
    long unitNanos = unitNanos(text.substring(fractionEnd).trim());
    if (wholeEnd == 0 || unitNanos == INVALID) {
      return INVALID;
    }
    return nanos(text, wholeEnd, fractionEnd, unitNanos);
  }

  private static int digitsEnd(String text, int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
      i++;
    }
    return i;
  }

  private static long unitNanos(String unit) {
    for (int i = 0; i < UNITS.length; i++) {
      if (UNITS[i].equals(unit)) {
        return UNIT_NANOS[i];
      }
    }
    return INVALID;
  }

  private static long nanos(String text, int wholeEnd, int fractionEnd, long unitNanos) {
    long limit = Long.MAX_VALUE / unitNanos - 1;
    long whole = 0;
    for (int i = 0; i < wholeEnd; i++) {
      int digit = text.charAt(i) - '0';
      if (whole > (limit - digit) / 10) {
        return INVALID;
      }
      whole = whole * 10 + digit;
    }
    long nanos = whole * unitNanos;
    long scale = unitNanos;
    for (int i = wholeEnd + 1; i < fractionEnd; i++) {
      nanos += (text.charAt(i) - '0') * scale / 10;
      scale /= 10;
    }
    return nanos;
  }
}
