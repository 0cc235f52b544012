package io.gnomon.otlpreceiver;

import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.util.Map;

/**
 * One span that arrived. Immutable. Ids are lower-case hexadecimal, as long as they came.
 *
 * @param resource attributes of the resource, values as texts
 * @param scope who recorded it
 * @param schemaUrl of the scope
 * @param attributes attributes of the span, values as texts
 * @param span as it came
 */
public record ReceivedSpan(
    Map<String, String> resource,
    InstrumentationScope scope,
    String schemaUrl,
    Map<String, String> attributes,
    Span span) {

  private static final int SAMPLED = 0x1;
  private static final int REMOTENESS_KNOWN = 0x100;
  private static final int REMOTE = 0x200;

  /**
   * The trace that it belongs to.
   *
   * @return 32 digits, if it is valid
   */
  public String traceId() {
    return Ids.hex(span.getTraceId());
  }

  /**
   * Its id.
   *
   * @return 16 digits, if it is valid
   */
  public String spanId() {
    return Ids.hex(span.getSpanId());
  }

  /**
   * The span around it.
   *
   * @return empty if there is none
   */
  public String parentSpanId() {
    return Ids.hex(span.getParentSpanId());
  }

  /**
   * Whether it says that its parent is a span of another service.
   *
   * @return false also if it says nothing about that
   */
  public boolean parentRemote() {
    return (flags() & REMOTENESS_KNOWN) != 0 && (flags() & REMOTE) != 0;
  }

  /**
   * Whether it says that it is sampled.
   *
   * @return the flag of the W3C's trace context
   */
  public boolean sampled() {
    return (flags() & SAMPLED) != 0;
  }

  /**
   * The flags of the W3C's trace context, and above them what is known of the parent.
   *
   * @return as they came
   */
  public int flags() {
    return span.getFlags();
  }

  /**
   * {@code tracestate}.
   *
   * @return empty if there is none
   */
  public String traceState() {
    return span.getTraceState();
  }

  /**
   * Its name.
   *
   * @return as {@code GET /item/{id}}
   */
  public String name() {
    return span.getName();
  }

  /**
   * What it stands for.
   *
   * @return as it came
   */
  public Span.SpanKind kind() {
    return span.getKind();
  }

  /**
   * When it started.
   *
   * @return nanoseconds since the epoch
   */
  public long startEpochNanos() {
    return span.getStartTimeUnixNano();
  }

  /**
   * When it ended.
   *
   * @return nanoseconds since the epoch
   */
  public long endEpochNanos() {
    return span.getEndTimeUnixNano();
  }

  /**
   * How long it took.
   *
   * @return nanoseconds
   */
  public long nanos() {
    return endEpochNanos() - startEpochNanos();
  }

  /**
   * Its status.
   *
   * @return the code
   */
  public Status.StatusCode status() {
    return span.getStatus().getCode();
  }

  /**
   * Whether its status is ERROR.
   *
   * @return true if so
   */
  public boolean failed() {
    return status() == Status.StatusCode.STATUS_CODE_ERROR;
  }

  /**
   * The service that recorded it.
   *
   * @return empty if its resource does not say
   */
  public String service() {
    return resource.getOrDefault("service.name", "");
  }
}
