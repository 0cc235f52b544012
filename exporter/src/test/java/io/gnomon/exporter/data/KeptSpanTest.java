package io.gnomon.exporter.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.core.attributes.AttributeSet;
import io.gnomon.core.spans.FinishedSpan;
import io.gnomon.core.spans.SpanKind;
import io.gnomon.exporter.Spans;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import org.junit.jupiter.api.Test;

class KeptSpanTest {

  private static final Origin ORIGIN = new Origin(Resource.empty(), "1.2.3");

  private static SpanData of(FinishedSpan span) {
    return new KeptSpans(ORIGIN).of(span);
  }

  private static FinishedSpan root(SpanKind kind, long traceHigh, long traceLow, long spanId) {
    return new FinishedSpan(
        kind, "n", traceHigh, traceLow, spanId, 0, false, null, 1, 2, false, AttributeSet.EMPTY);
  }

  @Test
  void aServerSpanWhoseParentIsRemote() {
    SpanData span = of(Spans.server(7, "a=1,b=2"));

    assertThat(span.getKind()).isEqualTo(io.opentelemetry.api.trace.SpanKind.SERVER);
    assertThat(span.getName()).isEqualTo("GET /shop");
    SpanContext context = span.getSpanContext();
    assertThat(context.getTraceId()).isEqualTo("0123456789abcdef0000000000000007");
    assertThat(context.getSpanId()).isEqualTo("0000000000000010");
    assertThat(context.isSampled()).isTrue();
    assertThat(context.isRemote()).isFalse();
    assertThat(context.getTraceState().asMap()).containsEntry("a", "1").containsEntry("b", "2");
    SpanContext parent = span.getParentSpanContext();
    assertThat(parent.getTraceId()).isEqualTo(context.getTraceId());
    assertThat(parent.getSpanId()).isEqualTo("0000000000000099");
    assertThat(parent.isRemote()).isTrue();
    assertThat(span.getStatus()).isEqualTo(StatusData.error());
    assertThat(span.getStatus().getDescription()).isEmpty();
    assertThat(span.getStartEpochNanos()).isEqualTo(Spans.START);
    assertThat(span.getEndEpochNanos()).isEqualTo(Spans.START + 5_000);
    assertThat(span.getAttributes().get(AttributeKey.longKey("http.response.status_code")))
        .isEqualTo(500);
    assertThat(span.getTotalAttributeCount()).isEqualTo(3);
    assertThat(span.getInstrumentationScopeInfo().getVersion()).isEqualTo("1.2.3");
    assertThat(span.getInstrumentationScopeInfo().getSchemaUrl()).isEqualTo(Origin.SCHEMA_URL);
    assertThat(span.hasEnded()).isTrue();
  }

  @Test
  void aClientSpanWhoseParentIsOurs() {
    SpanData span = of(Spans.query(7, 0x11));

    assertThat(span.getKind()).isEqualTo(io.opentelemetry.api.trace.SpanKind.CLIENT);
    assertThat(span.getParentSpanContext().getSpanId()).isEqualTo("0000000000000010");
    assertThat(span.getParentSpanContext().isRemote()).isFalse();
    assertThat(span.getStatus()).isEqualTo(StatusData.unset());
    assertThat(span.getSpanContext().getTraceState().isEmpty()).isTrue();
  }

  @Test
  void aRootHasNoParentAndIdsMayLookNegative() {
    SpanData span = of(root(SpanKind.INTERNAL, -1, 0x8000_0000_0000_0000L, -2));

    assertThat(span.getKind()).isEqualTo(io.opentelemetry.api.trace.SpanKind.INTERNAL);
    assertThat(span.getParentSpanContext().isValid()).isFalse();
    assertThat(span.getTraceId()).isEqualTo("ffffffffffffffff8000000000000000");
    assertThat(span.getSpanId()).isEqualTo("fffffffffffffffe");
  }

  @Test
  void halfOfATracesIdMayBeZero() {
    assertThat(of(root(SpanKind.SERVER, 0, 1, 1)).getSpanContext().isValid()).isTrue();
    assertThat(of(root(SpanKind.SERVER, 1, 0, 1)).getSpanContext().isValid()).isTrue();
  }

  @Test
  void spansOfATraceShareItsIdsAndOtherTracesDoNot() {
    KeptSpans spans = new KeptSpans(ORIGIN);
    SpanData server = spans.of(Spans.server(7, "a=1"));
    SpanData query = spans.of(Spans.query(7, 0x11));
    SpanData other = spans.of(Spans.server(8, null));
    SpanData queryOfOther = spans.of(Spans.query(8, 0x12));
    SpanData late = spans.of(Spans.query(7, 0x13));

    assertThat(server.getTraceId()).endsWith("7");
    assertThat(query.getTraceId()).isEqualTo(server.getTraceId());
    assertThat(query.getSpanId()).isEqualTo("0000000000000011");
    assertThat(query.getParentSpanId()).isEqualTo(server.getSpanId());
    assertThat(other.getTraceId()).endsWith("8");
    assertThat(other.getSpanContext().getTraceState().isEmpty()).isTrue();
    assertThat(queryOfOther.getTraceId()).isEqualTo(other.getTraceId());
    assertThat(queryOfOther.getParentSpanContext()).isSameAs(other.getSpanContext());
    assertThat(late.getTraceId()).isEqualTo(server.getTraceId());
    assertThat(late.getSpanId()).isEqualTo("0000000000000013");
    assertThat(late.getParentSpanId()).isEqualTo("0000000000000010");
  }

  @Test
  void whatIsMadeOfAttributesIsMadeOnce() {
    FinishedSpan query = Spans.query(7, 0x11);

    assertThat(of(query).getAttributes()).isSameAs(of(query).getAttributes());
    assertThat(of(query).getAttributes().get(AttributeKey.stringKey("db.system.name")))
        .isEqualTo("postgresql");
  }
}
