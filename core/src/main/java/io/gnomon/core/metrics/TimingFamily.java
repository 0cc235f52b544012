package io.gnomon.core.metrics;

import io.gnomon.core.attributes.AttributeSet;
import org.jspecify.annotations.Nullable;

/** The series of one duration histogram, bounded. Safe for any thread. */
public final class TimingFamily {

  TimingFamily() {}

  /**
   * The series with these attributes, made if need be. Off the hot path: keep what it returns.
   *
   * @param attributes what names the series
   * @return the series, or the overflow series ({@code otel.metric.overflow=true}) when full
   */
  public Timing series(AttributeSet attributes) {
    return series(attributes, null);
  }

  /**
   * The series with these attributes; what is recorded into it counts in its parent too.
   *
   * @param attributes what names the series
   * @param parent a series of another family, or null; it is kept as long as the series is, also
   *     when this is the overflow series (then one overflow handle per parent is returned)
   * @return the series, or an overflow series when full
   */
  public Timing series(AttributeSet attributes, @Nullable Timing parent) {
    throw new UnsupportedOperationException("contract only");
  }
}
