package io.gnomon.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.core.Core;
import io.gnomon.core.CoreSettings;
import io.gnomon.core.clock.Clock;
import io.gnomon.core.metrics.Exemplar;
import io.gnomon.core.request.RequestRecord;
import io.gnomon.core.settings.LayeredSettings;
import io.gnomon.core.traces.TraceSettings;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class CoreSourceTest {

  private final Core core =
      new Core(
          Clock.SYSTEM,
          new Recorder(),
          new CoreSettings(Long.MAX_VALUE, 1, List.of(), 5, Long.MAX_VALUE),
          TraceSettings.read(all()));
  private final CoreSource source =
      new CoreSource(core.metrics(), core.events(), core.traces(), () -> {});

  private static LayeredSettings all() {
    Properties system = new Properties();
    system.setProperty("gnomon.traces", "all");
    return new LayeredSettings(system, Map.of(), null);
  }

  private List<Long> exemplars() {
    return source.collect().stream()
        .filter(snapshot -> snapshot.instrument().name().equals("http.server.request.duration"))
        .flatMap(snapshot -> snapshot.histograms().stream())
        .flatMap(point -> point.exemplars().stream())
        .map(Exemplar::spanId)
        .toList();
  }

  @Test
  void aTraceThatStillWaitsIsPointedAtByTheNextCollection() {
    RequestRecord record = core.requests().start("GET", "http");
    long spanId = record.trace().spanId();
    core.requests().end(record, record.generation(), 200, null);
    assertThat(exemplars()).as("only looked at before the first export").isEmpty();
    source.begin();
    assertThat(exemplars()).containsExactly(spanId);
    assertThat(source.drainSpans(10)).hasSize(1);
    assertThat(exemplars()).as("told once").isEmpty();
  }
}
