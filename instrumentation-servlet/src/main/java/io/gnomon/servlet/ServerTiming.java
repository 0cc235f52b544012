package io.gnomon.servlet;

/**
 * The value of a {@code Server-Timing} header (W3C, Server Timing): how long a request has taken so
 * far, and its queries. Any thread; makes one String.
 */
final class ServerTiming {

  private static final int LENGTH = 64;
  private static final long NANOS_PER_TENTH = 100_000;

  private ServerTiming() {}

  /** As {@code total;dur=12.3, db;dur=4.5;desc="3 queries"}; milliseconds, cut to a tenth. */
  static String value(long elapsedNanos, int queries, long queryNanos) {
    StringBuilder value = new StringBuilder(LENGTH).append("total;dur=");
    appendMillis(value, elapsedNanos).append(", db;dur=");
    return appendMillis(value, queryNanos)
        .append(";desc=\"")
        .append(queries)
        .append(queries == 1 ? " query\"" : " queries\"")
        .toString();
  }

  private static StringBuilder appendMillis(StringBuilder to, long nanos) {
    long tenths = Math.max(0, nanos) / NANOS_PER_TENTH;
    return to.append(tenths / 10).append('.').append(tenths % 10);
  }
}
