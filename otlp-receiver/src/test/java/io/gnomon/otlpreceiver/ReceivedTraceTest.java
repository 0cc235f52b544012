package io.gnomon.otlpreceiver;

import static io.gnomon.otlpreceiver.SpanBuilder.START;
import static io.gnomon.otlpreceiver.SpanBuilder.TRACE;
import static io.gnomon.otlpreceiver.SpanBuilder.bytes;
import static io.gnomon.otlpreceiver.SpanBuilder.child;
import static io.gnomon.otlpreceiver.SpanBuilder.id;
import static io.gnomon.otlpreceiver.SpanBuilder.root;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each rule of a well-formed trace can be broken, and says which span did. */
class ReceivedTraceTest {

  private static final int REMOTE_PARENT = 0x301;

  private static ReceivedTrace trace(Span.Builder... spans) {
    List<ReceivedTrace> traces =
        ReceivedTrace.of(
            Stream.of(spans)
                .map(
                    span ->
                        new ReceivedSpan(
                            Map.of(),
                            InstrumentationScope.getDefaultInstance(),
                            "",
                            Map.of(),
                            span.build()))
                .toList());
    assertThat(traces).hasSize(1);
    return traces.get(0);
  }

  private static void assertBroken(ReceivedTrace trace, String... problems) {
    assertThatThrownBy(trace::assertWellFormed)
        .isInstanceOf(AssertionError.class)
        .hasMessageContainingAll(problems)
        .hasMessageContaining("in trace " + trace.traceId());
  }

  @Test
  void a_tree_of_three_levels_is_well_formed() {
    ReceivedTrace trace = trace(child("12", "11"), child("11", "10"), root(), child("13", "10"));
    trace.assertWellFormed();
    assertThat(trace.root().name()).isEqualTo("GET /item");
    assertThat(trace.children(trace.root()))
        .extracting(ReceivedSpan::spanId)
        .containsExactly("0000000000000011", "0000000000000013");
    assertThat(trace.toString())
        .isEqualTo(
            "trace "
                + TRACE
                + ":\n  GET /item  10.000 ms  server\n    SELECT item  1.000 ms  client\n"
                + "      SELECT item  1.000 ms  client\n    SELECT item  1.000 ms  client\n");
  }

  @Test
  void a_root_may_have_a_remote_parent_and_there_may_be_several() {
    Span.Builder second = child("12", "98").setFlags(REMOTE_PARENT);
    trace(root().setParentSpanId(id("99")).setFlags(REMOTE_PARENT)).assertWellFormed();
    ReceivedTrace two = trace(root(), second);
    two.assertWellFormed();
    assertThat(two.roots()).hasSize(2);
    assertThatThrownBy(two::root)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("2 roots, expected one");
  }

  @Test
  void an_id_is_of_its_length_and_not_zero() {
    assertBroken(trace(root().setTraceId(bytes("00".repeat(16)))), "the trace's id is not valid");
    assertBroken(trace(root().setTraceId(bytes("01".repeat(8)))), "the trace's id is not valid");
    assertBroken(trace(root().setTraceId(ByteString.EMPTY)), "the trace's id is not valid");
    assertBroken(trace(root().setSpanId(id("00"))), "has an id that is not valid");
    assertBroken(trace(root().setSpanId(bytes("01".repeat(4)))), "has an id that is not valid");
    assertBroken(
        trace(root(), child("11", "00").setFlags(REMOTE_PARENT)),
        "'0000000000000011' (SELECT item) has a parent whose id is not valid");
  }

  @Test
  void no_span_comes_twice() {
    assertBroken(
        trace(root(), child("11", "10"), child("11", "10")),
        "'0000000000000011' (SELECT item) came twice");
    assertBroken(
        trace(root(), child("11", "10"), child("11", "10").setName("other")), "came twice");
  }

  @Test
  void one_span_at_most_has_no_parent() {
    assertBroken(trace(root(), root().setSpanId(id("11"))), "2 spans have no parent");
  }

  @Test
  void a_parent_that_did_not_arrive_is_remote_and_says_so() {
    assertBroken(trace(root(), child("11", "99")), "has a parent that did not arrive", "99");
    assertBroken(
        trace(root(), child("11", "99").setFlags(0x201)), "has a parent that did not arrive");
  }

  @Test
  void no_span_is_inside_itself() {
    assertBroken(trace(root(), child("11", "11")), "is inside itself");
    assertBroken(
        trace(child("11", "12"), child("12", "11")),
        "'0000000000000011' (SELECT item) is inside itself",
        "SELECT item  1.000 ms");
  }

  @Test
  void a_span_is_inside_the_time_of_its_parent() {
    assertBroken(
        trace(root(), child("11", "10").setStartTimeUnixNano(START - 1_000)),
        "starts 1000 ns before its parent GET /item");
    assertBroken(
        trace(root(), child("11", "10").setEndTimeUnixNano(START + 10_001_000)),
        "ends 1000 ns after its parent GET /item");
    trace(
            root(),
            child("11", "10")
                .setStartTimeUnixNano(START - 999)
                .setEndTimeUnixNano(START + 10_000_999))
        .assertWellFormed();
  }

  @Test
  void the_clock_of_another_service_may_differ() {
    trace(
            root(),
            child("11", "10"),
            child("12", "11").setFlags(REMOTE_PARENT).setStartTimeUnixNano(START - 5_000))
        .assertWellFormed();
  }

  @Test
  void a_span_has_a_name_a_kind_a_start_and_does_not_end_before_it() {
    assertBroken(trace(root().clearName()), "has no name");
    assertBroken(trace(root().clearKind()), "has no kind");
    assertBroken(trace(root().clearStartTimeUnixNano()), "has no start");
    assertBroken(
        trace(root().setEndTimeUnixNano(START - 7)), "(GET /item) ends 7 ns before it starts");
  }

  @Test
  void every_problem_is_told() {
    assertBroken(trace(root().clearName().clearKind()), "has no name", "has no kind");
  }
}
