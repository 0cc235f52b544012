package io.gnomon.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.core.attributes.AttributeSet;
import io.gnomon.core.clock.Clock;
import io.gnomon.core.events.EventQueue;
import io.gnomon.core.failures.Failures;
import io.gnomon.core.metrics.Metrics;
import io.gnomon.core.metrics.Snapshots;
import io.gnomon.core.metrics.Timing;
import io.gnomon.core.metrics.TimingFamily;
import io.gnomon.core.traces.TraceSettings;
import io.gnomon.core.traces.Traces;
import io.opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The real registry, through the real thread, to a real socket. */
class CoreExportTest {

  @Test
  void whatIsRecordedArrivesWithFiguresAboutTheExport() throws Exception {
    Recorder recorder = new Recorder();
    Metrics metrics = new Metrics(Clock.SYSTEM);
    ExportObserver observer = new ExportMetrics(metrics);
    try (Collector collector = Collector.start()) {
      Exporter exporter =
          new Exporter(
              TestSettings.of("otel.exporter.otlp.endpoint", collector.url()),
              new CoreSource(
                  metrics,
                  new EventQueue(),
                  new Traces(TraceSettings.NONE, Clock.SYSTEM, metrics, recorder),
                  () -> {}),
              CoreExportTest.class::getClassLoader,
              "1",
              Clock.SYSTEM,
              recorder,
              new Failures(recorder),
              observer);
      TimingFamily family = metrics.timing(Snapshots.DURATION);
      Timing timing = family.series(AttributeSet.EMPTY);
      for (int i = 1; i <= 1_000; i++) {
        timing.record(TimeUnit.MILLISECONDS.toNanos(i));
      }
      observer.exported("metrics", "retry", 5_000_000);
      observer.dropped("logs", 4);
      exporter.start();
      exporter.shutdown(TimeUnit.SECONDS.toNanos(20));

      Map<String, Metric> arrived = new HashMap<>();
      collector
          .last()
          .metrics()
          .getResourceMetrics(0)
          .getScopeMetrics(0)
          .getMetricsList()
          .forEach(metric -> arrived.put(metric.getName(), metric));
      ExponentialHistogramDataPoint point =
          arrived.get("http.server.request.duration").getExponentialHistogram().getDataPoints(0);
      assertThat(point.getCount()).isEqualTo(1_000);
      assertThat(point.getSum()).isEqualTo(500.5);
      assertThat(point.getMin()).isEqualTo(0.001);
      assertThat(point.getMax()).isEqualTo(1.0);
      assertThat(arrived.get("gnomon.agent.export.batches").getSum().getDataPoints(0).getAsInt())
          .isEqualTo(1);
      assertThat(arrived.get("gnomon.agent.export.dropped").getSum().getDataPoints(0).getAsInt())
          .isEqualTo(4);
      assertThat(arrived).containsKey("gnomon.agent.export.duration");
    }
  }
}
