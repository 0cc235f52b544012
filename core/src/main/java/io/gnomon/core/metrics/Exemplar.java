package io.gnomon.core.metrics;

/** One value of a series, and the span of a kept trace that it comes from. Immutable. */
public final class Exemplar {

  private final long value;
  private final long epochNanos;
  private final long traceHigh;
  private final long traceLow;
  private final long spanId;

  /**
   * An exemplar.
   *
   * @param value as recorded: nanoseconds, or a count
   * @param epochNanos when it was recorded, nanoseconds since the epoch
   * @param traceHigh upper half of the trace's id
   * @param traceLow lower half of the trace's id
   * @param spanId not 0
   */
  public Exemplar(long value, long epochNanos, long traceHigh, long traceLow, long spanId) {
    this.value = value;
    this.epochNanos = epochNanos;
    this.traceHigh = traceHigh;
    this.traceLow = traceLow;
    this.spanId = spanId;
  }

  /**
   * The value.
   *
   * @return nanoseconds, or a count
   */
  public long value() {
    return value;
  }

  /**
   * When it was recorded.
   *
   * @return nanoseconds since the epoch
   */
  public long epochNanos() {
    return epochNanos;
  }

  /**
   * The upper half of the trace's id.
   *
   * @return 64 bits
   */
  public long traceHigh() {
    return traceHigh;
  }

  /**
   * The lower half of the trace's id.
   *
   * @return 64 bits
   */
  public long traceLow() {
    return traceLow;
  }

  /**
   * The span.
   *
   * @return not 0
   */
  public long spanId() {
    return spanId;
  }
}
