package io.gnomon.servlet.carriers;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.core.attributes.AttributeSet;
import io.gnomon.core.clock.Clock;
import io.gnomon.core.failures.Failures;
import io.gnomon.core.log.AgentLog;
import io.gnomon.core.metrics.Metrics;
import io.gnomon.core.propagation.Injection;
import io.gnomon.core.propagation.PropagationSettings;
import io.gnomon.core.propagation.Propagator;
import io.gnomon.core.request.RequestRecord;
import io.gnomon.core.request.Requests;
import io.gnomon.core.spans.SpanRoom;
import io.gnomon.core.traces.TraceSettings;
import io.gnomon.core.traces.Traces;
import java.util.List;
import org.apache.coyote.Request;
import org.junit.jupiter.api.Test;

/** With {@code gnomon.traces=none} the headers of a request go on as they came. */
class PassThroughTest {

  private static final class NoLog implements AgentLog {

    @Override
    public void info(String line) {}

    @Override
    public void warn(String line) {}

    @Override
    public void debug(String line) {}
  }

  private final Metrics metrics = new Metrics(Clock.SYSTEM);
  private final PropagationSettings propagation =
      new PropagationSettings(List.of(Propagator.TRACECONTEXT, Propagator.BAGGAGE));
  private final Carriers carriers =
      new Carriers(
          propagation,
          new FactSettings(FactSettings.Query.REDACTED, false),
          metrics,
          new Failures(new NoLog()));
  private final Injection injection =
      new Injection(
          propagation, new Traces(TraceSettings.NONE, Clock.SYSTEM, metrics, new NoLog()), false);
  private final RequestRecord record =
      new Requests(Clock.SYSTEM, metrics, SpanRoom.none()).start("GET", "http");

  @Test
  void whatCameFromUpstreamGoesOn() {
    String parent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    Request request = new Request();
    request.getMimeHeaders().setValue("traceparent").setString(parent);
    request.getMimeHeaders().setValue("tracestate").setString("a=1");
    request.getMimeHeaders().setValue("baggage").setString("user=7");

    carriers.begun(record, request);

    assertThat(injection.headers(record, 9))
        .containsExactly("traceparent", parent, "tracestate", "a=1", "baggage", "user=7");
    AttributeSet.Builder facts = AttributeSet.builder();
    record.describe(facts);
    assertThat(facts.build().size()).as("facts, none being asked for").isZero();
  }

  @Test
  void withoutHeadersNothingIsSent() {
    carriers.begun(record, new Request());
    assertThat(injection.headers(record, 9)).isNull();
  }
}
