package io.gnomon.core.log;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One line that waits to be written: {@code yyyy-MM-dd'T'HH:mm:ss.SSS'Z' [gnomon] LEVEL message},
 * in UTC. Immutable but for its place in the queue.
 */
final class LogLine {

  /** A longer message is cut, in characters. */
  static final int MAX_MESSAGE_CHARS = 4_096;

  private static final long NANOS_PER_MILLI = 1_000_000L;
  private static final long MILLIS_PER_DAY = 86_400_000L;
  private static final int DAYS_TO_EPOCH_FROM_MARCH_OF_YEAR_0 = 719_468;
  private static final int DAYS_PER_400_YEARS = 146_097;
  private static final String HEX = "0123456789abcdef";

  private final long epochNanos;
  private final LogLevel level;
  private final String message;

  /** Written before the line is published and by who has taken it: the line that came before. */
  @Nullable LogLine next;

  LogLine(long epochNanos, LogLevel level, String message) {
    this.epochNanos = epochNanos;
    this.level = level;
    this.message =
        message.length() > MAX_MESSAGE_CHARS
            ? message.substring(0, MAX_MESSAGE_CHARS) + "..."
            : message;
  }

  /** The line with its line break, in UTF-8. */
  byte[] bytes() {
    StringBuilder line = new StringBuilder(message.length() + 64);
    appendTime(line, epochNanos / NANOS_PER_MILLI);
    line.append(" [gnomon] ").append(level.name()).append(' ');
    appendEscaped(line, message);
    return line.append('\n').toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void appendTime(StringBuilder line, long epochMillis) {
    long days = Math.floorDiv(epochMillis, MILLIS_PER_DAY);
    int millis = (int) Math.floorMod(epochMillis, MILLIS_PER_DAY);
    appendDate(line, days);
    appendPadded(line.append('T'), millis / 3_600_000, 2);
    appendPadded(line.append(':'), millis / 60_000 % 60, 2);
    appendPadded(line.append(':'), millis / 1_000 % 60, 2);
    appendPadded(line.append('.'), millis % 1_000, 3);
    line.append('Z');
  }

  /** Counts years from March, so that the leap day is the last of its year. */
  private static void appendDate(StringBuilder line, long epochDays) {
    long days = epochDays + DAYS_TO_EPOCH_FROM_MARCH_OF_YEAR_0;
    long cycle = Math.floorDiv(days, (long) DAYS_PER_400_YEARS);
    int dayOfCycle = (int) Math.floorMod(days, (long) DAYS_PER_400_YEARS);
    int yearOfCycle =
        (dayOfCycle - dayOfCycle / 1_460 + dayOfCycle / 36_524 - dayOfCycle / 146_096) / 365;
    int dayOfYear = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100);
    int monthFromMarch = (5 * dayOfYear + 2) / 153;
    int day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1;
    int month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
    int year = (int) (cycle * 400) + yearOfCycle + (month <= 2 ? 1 : 0);
    appendPadded(line, year, 4);
    appendPadded(line.append('-'), month, 2);
    appendPadded(line.append('-'), day, 2);
  }

  private static void appendPadded(StringBuilder line, int number, int digits) {
    String text = Integer.toString(number);
    for (int i = text.length(); i < digits; i++) {
      line.append('0');
    }
    line.append(text);
  }

  private static void appendEscaped(StringBuilder line, String message) {
    for (int i = 0; i < message.length(); i++) {
      char c = message.charAt(i);
      if (c == '\n') {
        line.append("\\n");
      } else if (c == '\r') {
        line.append("\\r");
      } else if (c == '\t') {
        line.append("\\t");
      } else if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029') {
        appendUnicode(line, c);
      } else {
        line.append(c);
      }
    }
  }

  private static void appendUnicode(StringBuilder line, char c) {
    line.append("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      line.append(HEX.charAt(c >> shift & 0xf));
    }
  }
}
