package io.gnomon.core.spans;

import io.gnomon.core.metrics.Timing;
import org.jspecify.annotations.Nullable;

/** A subject whose spans count in a histogram; see {@link SpanSubject} for who asks and when. */
public interface Measured {

  /**
   * The series that a span's duration was recorded in.
   *
   * @param errorType what the span was closed with
   * @param statusCode what the span was closed with
   * @return null if it is not known
   */
  @Nullable Timing timing(@Nullable String errorType, @Nullable String statusCode);
}
