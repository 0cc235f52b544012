package io.gnomon.exporter;

import io.gnomon.core.attributes.AttributeSet;
import io.gnomon.core.spans.FinishedSpan;
import io.gnomon.core.spans.SpanKind;
import java.util.ArrayList;
import java.util.List;

/** Finished spans made by hand. */
public final class Spans {

  public static final long TRACE_HIGH = 0x0123_4567_89ab_cdefL;
  public static final long START = 1_000_000_000_000L;

  private Spans() {}

  /** A request of 5 us that a span of another service called, with a tracestate. */
  public static FinishedSpan server(long traceLow, String traceState) {
    return new FinishedSpan(
        SpanKind.SERVER,
        "GET /shop",
        TRACE_HIGH,
        traceLow,
        0x10,
        0x99,
        true,
        traceState,
        START,
        START + 5_000,
        true,
        AttributeSet.builder()
            .put("http.route", "/shop")
            .put("http.response.status_code", 500)
            .put("error.type", "500")
            .build());
  }

  /** A query inside it. */
  public static FinishedSpan query(long traceLow, long spanId) {
    return new FinishedSpan(
        SpanKind.CLIENT,
        "SELECT item",
        TRACE_HIGH,
        traceLow,
        spanId,
        0x10,
        false,
        null,
        START + 1_000,
        START + 2_001,
        false,
        AttributeSet.builder().put("db.system.name", "postgresql").build());
  }

  /** A trace of a request and queries. */
  public static List<FinishedSpan> trace(long traceLow, int size) {
    List<FinishedSpan> spans = new ArrayList<>();
    spans.add(server(traceLow, null));
    for (int i = 1; i < size; i++) {
      spans.add(query(traceLow, 0x10 + i));
    }
    return spans;
  }
}
