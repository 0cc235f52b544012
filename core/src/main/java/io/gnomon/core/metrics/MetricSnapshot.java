package io.gnomon.core.metrics;

import java.util.List;

/**
 * The points of one instrument at one moment, cumulative since each point's own start. Immutable.
 */
public final class MetricSnapshot {

  private final Instrument instrument;
  private final List<HistogramPoint> histograms;
  private final List<NumberPoint> numbers;

  MetricSnapshot(
      Instrument instrument, List<HistogramPoint> histograms, List<NumberPoint> numbers) {
    this.instrument = instrument;
    this.histograms = histograms;
    this.numbers = numbers;
  }

  /**
   * Which instrument.
   *
   * @return the instrument
   */
  public Instrument instrument() {
    return instrument;
  }

  /**
   * The points of a histogram.
   *
   * @return empty for any other kind
   */
  public List<HistogramPoint> histograms() {
    return histograms;
  }

  /**
   * The points of a sum or gauge.
   *
   * @return empty for a histogram
   */
  public List<NumberPoint> numbers() {
    return numbers;
  }
}
