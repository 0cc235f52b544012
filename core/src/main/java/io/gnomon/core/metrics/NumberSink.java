package io.gnomon.core.metrics;

import io.gnomon.core.attributes.AttributeSet;

/** Takes what an observer reads. For the thread that the observer is called on, during the call. */
public interface NumberSink {

  /**
   * Takes the number of one series. Of numbers with the same attributes a sum has the total, a
   * gauge the last. The first {@link Metrics#MAX_SERIES} series are kept apart, those of the
   * collection before going first; the rest are counted as overflows and, in a sum, added up in the
   * series {@code otel.metric.overflow=true}.
   *
   * @param attributes what names the series
   * @param value its value now, times the instrument's {@code perUnit}; of a COUNTER all that it
   *     counted so far
   */
  void number(AttributeSet attributes, long value);
}
