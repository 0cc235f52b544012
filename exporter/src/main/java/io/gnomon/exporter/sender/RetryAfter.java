package io.gnomon.exporter.sender;

import java.time.DateTimeException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The header Retry-After: seconds, or a date (RFC 9110, 10.2.3). */
final class RetryAfter {

  /** The longest wait that an endpoint may ask for; a longer one is taken for this. */
  static final long MAX_NANOS = TimeUnit.MINUTES.toNanos(10);

  private RetryAfter() {}

  /**
   * How long to wait.
   *
   * @param text the header's, null if there is none
   * @param nowMillis now
   * @return nanoseconds, {@link HttpAnswer#NO_RETRY_AFTER} if it says nothing usable
   */
  static long nanos(@Nullable String text, long nowMillis) {
    if (text == null) {
      return HttpAnswer.NO_RETRY_AFTER;
    }
    long nanos;
    try {
      nanos = TimeUnit.SECONDS.toNanos(Long.parseLong(text.trim()));
    } catch (NumberFormatException e) {
      nanos = TimeUnit.MILLISECONDS.toNanos(dateMillis(text, nowMillis) - nowMillis);
    }
    return Math.max(HttpAnswer.NO_RETRY_AFTER, Math.min(nanos, MAX_NANOS));
  }

  /** A date in milliseconds since the epoch; now, if it is none. */
  private static long dateMillis(String text, long nowMillis) {
    try {
      return ZonedDateTime.parse(text.trim(), DateTimeFormatter.RFC_1123_DATE_TIME)
          .toInstant()
          .toEpochMilli();
    } catch (DateTimeException | ArithmeticException e) {
      return nowMillis;
    }
  }
}
