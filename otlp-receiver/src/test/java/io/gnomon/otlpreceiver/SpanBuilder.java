package io.gnomon.otlpreceiver;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Spans for tests: well-formed unless told otherwise. */
final class SpanBuilder {

  static final String TRACE = "0123456789abcdef0123456789abcdef";
  static final long START = 1_000_000_000;

  private SpanBuilder() {}

  /** A root of 10 ms. */
  static Span.Builder root() {
    return span("10", "").setName("GET /item").setKind(Span.SpanKind.SPAN_KIND_SERVER);
  }

  /** One of 1 ms inside another, from 1 ms after the start on. */
  static Span.Builder child(String id, String parent) {
    return span(id, parent)
        .setName("SELECT item")
        .setKind(Span.SpanKind.SPAN_KIND_CLIENT)
        .setStartTimeUnixNano(START + 1_000_000)
        .setEndTimeUnixNano(START + 2_000_000);
  }

  private static Span.Builder span(String id, String parent) {
    return Span.newBuilder()
        .setTraceId(bytes(TRACE))
        .setSpanId(id(id))
        .setParentSpanId(id(parent))
        .setFlags(0x101)
        .setStartTimeUnixNano(START)
        .setEndTimeUnixNano(START + 10_000_000);
  }

  /** A span's id of 8 bytes that ends with two digits; empty for none. */
  static ByteString id(String digits) {
    return digits.isEmpty() ? ByteString.EMPTY : bytes("00000000000000" + digits);
  }

  static ByteString bytes(String hex) {
    return ByteString.copyFrom(HexFormat.of().parseHex(hex));
  }

  static Span.Builder failed(Span.Builder span, String type) {
    return span.addAttributes(Data.text("error.type", type))
        .setStatus(Status.newBuilder().setCode(Status.StatusCode.STATUS_CODE_ERROR));
  }

  static KeyValue number(String key, long value) {
    return KeyValue.newBuilder()
        .setKey(key)
        .setValue(AnyValue.newBuilder().setIntValue(value))
        .build();
  }

  static ExportTraceServiceRequest request(Span.Builder... spans) {
    List<Span> built = Stream.of(spans).map(Span.Builder::build).toList();
    return ExportTraceServiceRequest.newBuilder()
        .addResourceSpans(
            ResourceSpans.newBuilder()
                .setResource(Resource.newBuilder().addAttributes(Data.text("service.name", "shop")))
                .addScopeSpans(
                    ScopeSpans.newBuilder()
                        .setScope(InstrumentationScope.newBuilder().setName("io.gnomon"))
                        .setSchemaUrl("https://schema")
                        .addAllSpans(built)))
        .build();
  }
}
