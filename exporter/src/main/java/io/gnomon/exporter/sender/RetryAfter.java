package io.gnomon.exporter.sender;

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
   * @param seconds the header's text
   * @param dateMillis the header as a date, 0 if it is none
   * @param nowMillis now
   * @return nanoseconds, {@link HttpAnswer#NO_RETRY_AFTER} if it says nothing usable
   */
  static long nanos(@Nullable String seconds, long dateMillis, long nowMillis) {
    if (seconds == null) {
      return HttpAnswer.NO_RETRY_AFTER;
    }
    long nanos;
    try {
      nanos = TimeUnit.SECONDS.toNanos(Long.parseLong(seconds.trim()));
    } catch (NumberFormatException e) {
      nanos = dateMillis == 0 ? 0 : TimeUnit.MILLISECONDS.toNanos(dateMillis - nowMillis);
    }
    return Math.max(HttpAnswer.NO_RETRY_AFTER, Math.min(nanos, MAX_NANOS));
  }
}
