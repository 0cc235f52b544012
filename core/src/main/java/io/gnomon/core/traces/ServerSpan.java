package io.gnomon.core.traces;

import io.gnomon.core.attributes.AttributeNames;
import io.gnomon.core.attributes.AttributeSet;
import io.gnomon.core.query.Query;
import io.gnomon.core.request.RequestRecord;
import io.gnomon.core.spans.RecordedSpans;
import org.jspecify.annotations.Nullable;

/** How a request is told as the span of a server: its name and attributes by the conventions. */
final class ServerSpan {

  private static final long NANOS_PER_MILLI = 1_000_000L;
  private static final String OTHER_METHOD = "_OTHER";
  private static final String NAME_OF_OTHERS = "HTTP";

  private ServerSpan() {}

  /** As {@code GET /orders/{id}}; {@code HTTP} stands for a method that is not a known one. */
  static String name(RequestRecord record) {
    String method = record.method();
    String route = record.route();
    String name = OTHER_METHOD.equals(method) ? NAME_OF_OTHERS : method;
    return route == null ? name : name + ' ' + route;
  }

  /** What the container tells, what we know better, what was found, and why the trace is kept. */
  static AttributeSet attributes(RequestRecord record, RecordedSpans spans, String reasons) {
    AttributeSet.Builder builder = AttributeSet.builder();
    record.describe(builder);
    builder
        .put(AttributeNames.HTTP_REQUEST_METHOD, record.method())
        .put(AttributeNames.URL_SCHEME, record.scheme())
        .put(AttributeNames.HTTP_ROUTE, record.route())
        .put(AttributeNames.NETWORK_PROTOCOL_VERSION, record.protocolVersion())
        .put(AttributeNames.ERROR_TYPE, record.errorType())
        .put(AttributeNames.KEPT, reasons);
    if (record.status() != 0) {
      builder.put(AttributeNames.HTTP_RESPONSE_STATUS_CODE, record.status());
    }
    if (record.queries() > 0) {
      builder
          .put(AttributeNames.REQUEST_QUERIES, record.queries())
          .put(AttributeNames.REQUEST_QUERY_MILLIS, record.queryNanos() / NANOS_PER_MILLI);
    }
    findings(record, builder);
    if (spans.leftOut() > 0) {
      builder
          .put(AttributeNames.SPANS_DROPPED, spans.leftOut())
          .put(AttributeNames.SPANS_DROPPED_WORDS, spans.leftOutWords());
    }
    return builder.build();
  }

  private static void findings(RequestRecord record, AttributeSet.Builder builder) {
    @Nullable Query slow = record.slowQuery();
    if (slow != null) {
      builder
          .put(AttributeNames.SLOW_QUERY_SUMMARY, slow.shape().summary())
          .put(AttributeNames.SLOW_QUERY_FINGERPRINT, slow.shape().fingerprintHex())
          .put(
              AttributeNames.SLOW_QUERY_DURATION_MILLIS, record.slowQueryNanos() / NANOS_PER_MILLI);
    }
    record.runs().describe(builder);
  }
}
