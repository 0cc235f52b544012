package io.gnomon.agent.report;

import java.util.Locale;

/** Figures as people read them. */
final class Figures {

  private static final double MILLIS_PER_SECOND = 1e3;
  private static final long SECONDS_PER_MINUTE = 60;
  private static final long SECONDS_PER_HOUR = 3600;

  private Figures() {}

  /** As {@code 12.3 ms} or {@code 1.2 s}. */
  static String millis(double millis) {
    return millis < MILLIS_PER_SECOND
        ? String.format(Locale.ROOT, "%.1f ms", millis)
        : String.format(Locale.ROOT, "%.2f s", millis / MILLIS_PER_SECOND);
  }

  /** As {@code 42 s}, {@code 2 min 5 s} or {@code 3 h 12 min}. */
  static String seconds(double seconds) {
    long whole = Math.round(seconds);
    if (whole < SECONDS_PER_MINUTE) {
      return whole + " s";
    }
    long minutes = whole / SECONDS_PER_MINUTE;
    return whole < SECONDS_PER_HOUR
        ? minutes + " min " + whole % SECONDS_PER_MINUTE + " s"
        : minutes / SECONDS_PER_MINUTE + " h " + minutes % SECONDS_PER_MINUTE + " min";
  }

  /** As {@code 2.57}. */
  static String ratio(double ratio) {
    return String.format(Locale.ROOT, "%.2f", ratio);
  }

  /** As {@code 1 budget} or {@code 3 budgets}. */
  static String counted(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
