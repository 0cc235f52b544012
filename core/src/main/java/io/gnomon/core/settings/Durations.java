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
    int end = numberEnd(text);
    if (end == 0) {
      return INVALID;
    }
    long unitNanos = unitNanos(text.substring(end).trim());
    return unitNanos == INVALID ? INVALID : scaled(text.substring(0, end), unitNanos);
  }

  /** A number times a unit, cut to a whole; {@link #INVALID} for what is no number or too large. */
  static long parse(String number, long unit) {
    boolean valid = !number.isEmpty() && numberEnd(number) == number.length();
    return valid ? scaled(number, unit) : INVALID;
  }

  /** Where digits end that may have a point and digits behind them; 0 if there are none. */
  private static int numberEnd(String text) {
    int wholeEnd = digitsEnd(text, 0);
    if (wholeEnd == 0 || wholeEnd == text.length() || text.charAt(wholeEnd) != '.') {
      return wholeEnd;
    }
    int end = digitsEnd(text, wholeEnd + 1);
    return end == wholeEnd + 1 ? 0 : end;
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

  private static long scaled(String text, long unit) {
    int wholeEnd = digitsEnd(text, 0);
    long limit = Long.MAX_VALUE / unit - 1;
    long whole = 0;
    for (int i = 0; i < wholeEnd; i++) {
      int digit = text.charAt(i) - '0';
      if (whole > (limit - digit) / 10) {
        return INVALID;
      }
      whole = whole * 10 + digit;
    }
    long scaled = whole * unit;
    long scale = unit;
    for (int i = wholeEnd + 1; i < text.length(); i++) {
      scaled += (text.charAt(i) - '0') * scale / 10;
      scale /= 10;
    }
    return scaled;
  }
}
