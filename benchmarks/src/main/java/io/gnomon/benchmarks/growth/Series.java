package io.gnomon.benchmarks.growth;

import io.gnomon.benchmarks.woven.Installed;
import io.gnomon.benchmarks.woven.Silence;
import io.gnomon.core.Core;
import io.gnomon.core.attributes.AttributeSet;
import io.gnomon.core.clock.Clock;
import io.gnomon.core.metrics.Timing;
import io.gnomon.core.metrics.TimingFamily;
import io.gnomon.core.query.QuerySeries;
import io.gnomon.core.settings.LayeredSettings;
import io.gnomon.exporter.CoreSource;
import io.gnomon.exporter.ExportObserver;
import io.gnomon.exporter.sender.Pause;
import io.gnomon.exporter.settings.ExportSettings;
import io.gnomon.exporter.signals.SignalExports;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;

/** So many series of one histogram, what they weigh and what exporting them costs. */
final class Series implements Workload {

  private static final int VALUES = 1_000;
  private static final long SEED = 7;
  private static final double MEDIAN_NANOS = 1e6;
  private static final int EXPORTS = 15;
  private static final double NANOS_PER_MILLI = 1e6;
  private static final double MB = 1e6;

  private final Core core = Installed.core();
  private final Random random = new Random(SEED);
  private final String sink;
  private final List<Timing> series = new ArrayList<>();
  private final List<String> outcomes = new ArrayList<>();

  /**
   * Series that are exported.
   *
   * @param sink URL of what takes everything
   */
  Series(String sink) {
    this.sink = sink;
  }

  @Override
  public Map<String, Double> measure(int count, Effort effort) {
    TimingFamily family = core.metrics().timing(QuerySeries.OPERATION);
    long before = Meter.heapBytes();
    fill(family, count);
    core.metrics().drain();
    double heap = (Meter.heapBytes() - before) / MB;
    SignalExports exports = exports();
    double first = export(exports, 1);
    double busy = 0;
    for (int i = 0; i < EXPORTS; i++) {
      recordOneEach();
      busy += export(exports, 1) / EXPORTS;
    }
    double quiet = export(exports, EXPORTS);
    if (!outcomes.stream().allMatch("accepted"::equals) || outcomes.size() != 2 * EXPORTS + 1) {
      throw new IllegalStateException(outcomes.toString());
    }
    return Map.of("export", busy, "quiet", quiet, "first", first, "heap", heap);
  }

  private void fill(TimingFamily family, int count) {
    for (int i = 0; i < count; i++) {
      Timing timing =
          family.series(
              AttributeSet.builder()
                  .put("db.system.name", "postgresql")
                  .put("db.namespace", "shop")
                  .put("server.address", "db")
                  .put("db.query.summary", "SELECT item" + i)
                  .build());
      series.add(timing);
      for (int j = 0; j < VALUES; j++) {
        record(timing);
      }
    }
  }

  private void record(Timing timing) {
    timing.record((long) (MEDIAN_NANOS * Math.exp(random.nextGaussian())));
  }

  /** A series without a new value is not read again. */
  private void recordOneEach() {
    series.forEach(this::record);
    core.metrics().drain();
  }

  /** CPU of one, by so many: the clock's steps are coarse. */
  private static double export(SignalExports exports, int count) {
    long before = Meter.processCpuNanos();
    for (int i = 0; i < count; i++) {
      exports.exportMetrics();
    }
    return (Meter.processCpuNanos() - before) / NANOS_PER_MILLI / count;
  }

  private SignalExports exports() {
    Properties properties = new Properties();
    properties.setProperty("otel.exporter.otlp.endpoint", sink);
    return new SignalExports(
        ExportSettings.read(new LayeredSettings(properties, Map.of(), null)),
        new CoreSource(core.metrics(), core.events(), core.traces(), () -> {}),
        Series.class::getClassLoader,
        new NoPause(),
        "benchmark",
        Clock.SYSTEM,
        new Silence(),
        new Outcomes());
  }

  private final class Outcomes implements ExportObserver {

    @Override
    public void exported(String signal, String outcome, long nanos) {
      outcomes.add(outcome);
    }

    @Override
    public void dropped(String signal, long count) {
      outcomes.add("dropped");
    }
  }

  private static final class NoPause implements Pause {

    @Override
    public boolean pause(long nanos) {
      return false;
    }

    @Override
    public long remaining(long nanos) {
      return nanos;
    }
  }
}
