package io.gnomon.core.spans;

/** The ids of one span of a trace, as they were. Immutable. */
public final class SpanPlace {

  private final long traceHigh;
  private final long traceLow;
  private final long spanId;

  /**
   * The ids of a span.
   *
   * @param traceHigh upper half of the trace's id
   * @param traceLow lower half of the trace's id
   * @param spanId not 0
   */
  public SpanPlace(long traceHigh, long traceLow, long spanId) {
    this.traceHigh = traceHigh;
    this.traceLow = traceLow;
    this.spanId = spanId;
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
   * The id of the span.
   *
   * @return not 0
   */
  public long spanId() {
    return spanId;
  }
}
