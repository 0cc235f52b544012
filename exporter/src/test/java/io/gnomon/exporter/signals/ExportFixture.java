package io.gnomon.exporter.signals;

import io.gnomon.exporter.Collector;
import io.gnomon.exporter.FakeClock;
import io.gnomon.exporter.Recorder;
import io.gnomon.exporter.TestSettings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A collector, what is exported to it, and a clock that stands. */
abstract class ExportFixture {

  final Recorder recorder = new Recorder();
  final FakeClock clock = new FakeClock();
  Collector collector;

  @BeforeEach
  void start() throws IOException {
    collector = Collector.start();
  }

  @AfterEach
  void stop() {
    collector.close();
  }

  /** The exports, to the collector unless the settings say otherwise. */
  final SignalExports exports(String... namesAndValues) {
    List<String> all = new ArrayList<>(List.of("otel.exporter.otlp.endpoint", collector.url()));
    all.addAll(Arrays.asList(namesAndValues));
    return new SignalExports(
        TestSettings.of(all.toArray(new String[0])),
        recorder,
        () -> {
          throw new IOException("no gRPC here");
        },
        recorder,
        "1.2.3",
        clock,
        recorder,
        recorder);
  }
}
