package io.gnomon.exporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gnomon.core.clock.Clock;
import io.gnomon.core.failures.Failures;
import io.gnomon.core.metrics.Snapshots;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExporterTest {

  private static final long BOUND_NANOS = TimeUnit.SECONDS.toNanos(20);

  private final Recorder recorder = new Recorder();
  private Collector collector;

  @BeforeEach
  void start() throws IOException {
    collector = Collector.start();
  }

  @AfterEach
  void stop() {
    collector.close();
  }

  private Exporter exporter(String... interval) {
    return new Exporter(
        TestSettings.of(
            "otel.exporter.otlp.endpoint",
            collector.url(),
            "otel.metric.export.interval",
            interval.length == 0 ? "60s" : interval[0]),
        recorder,
        () -> {
          throw new IOException();
        },
        "1",
        Clock.SYSTEM,
        recorder,
        new Failures(recorder),
        recorder);
  }

  @Test
  void exportsEveryInterval() {
    recorder.snapshots = List.of(Snapshots.counter(1, 1));
    Exporter exporter = exporter("50ms");
    exporter.start();

    await().until(() -> collector.received().size() >= 3);
    exporter.shutdown(BOUND_NANOS);
  }

  @Test
  void theSourceBeginsOnceBeforeTheFirstExportAndNotWhenItIsLookedAtForData() {
    Exporter exporter = exporter();
    exporter.start();
    await().until(() -> recorder.looks > 0);
    assertThat(recorder.begun).isZero();
    recorder.snapshots = List.of(Snapshots.counter(1, 1));
    exporter.shutdown(BOUND_NANOS);
    assertThat(recorder.begun).isOne();

    recorder.begun = 0;
    Exporter often = exporter("50ms");
    often.start();
    await().until(() -> collector.received().size() >= 3);
    often.shutdown(BOUND_NANOS);
    assertThat(recorder.begun).isOne();
  }

  @Test
  void shutdownExportsOnce() {
    Exporter exporter = exporter();
    exporter.start();
    recorder.snapshots = List.of(Snapshots.counter(1, 3));
    exporter.shutdown(BOUND_NANOS);
    exporter.shutdown(BOUND_NANOS);

    assertThat(collector.received()).hasSize(1);
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .doesNotContain(Exporter.THREAD_NAME);
  }

  @Test
  void tracesAloneAreExportedAlsoAtTheEnd() {
    Exporter exporter =
        new Exporter(
            TestSettings.of(
                "otel.exporter.otlp.endpoint", collector.url(),
                "otel.metric.export.interval", "50ms",
                "otel.metrics.exporter", "none",
                "otel.logs.exporter", "none"),
            recorder,
            ExporterTest.class::getClassLoader,
            "1",
            Clock.SYSTEM,
            recorder,
            new Failures(recorder),
            recorder);
    recorder.snapshots = List.of(Snapshots.counter(1, 1));
    recorder.traces.add(Spans.trace(1, 2));
    exporter.start();
    await().until(() -> collector.received().size() == 1);
    recorder.traces.add(Spans.trace(2, 3));
    exporter.shutdown(BOUND_NANOS);

    assertThat(collector.received())
        .extracting(Collector.Received::path)
        .containsExactly("/v1/traces", "/v1/traces");
  }

  @Test
  void withoutDataShutdownSendsNothing() {
    Exporter exporter = exporter();
    exporter.start();
    exporter.shutdown(BOUND_NANOS);

    assertThat(collector.received()).isEmpty();
  }

  @Test
  void shutdownReturnsWithinItsBoundWhenTheEndpointHangs() {
    CountDownLatch release = new CountDownLatch(1);
    collector.answer(
        exchange -> {
          try {
            release.await(20, TimeUnit.SECONDS);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    recorder.snapshots = List.of(Snapshots.counter(1, 1));
    Exporter exporter = exporter("50ms");
    exporter.start();
    await().until(() -> !collector.received().isEmpty());

    long start = System.nanoTime();
    exporter.shutdown(TimeUnit.MILLISECONDS.toNanos(200));
    long tookNanos = System.nanoTime() - start;
    release.countDown();

    // the export's own timeout is 10 s: returning before it is what is shown here
    assertThat(tookNanos).isLessThan(TimeUnit.SECONDS.toNanos(8));
  }

  @Test
  void aSourceThatThrowsDoesNotEndTheThread() {
    Recorder broken = recorder;
    broken.snapshots = null;
    Exporter exporter = exporter("50ms");
    exporter.start();
    await().until(() -> !recorder.lines.isEmpty());
    recorder.snapshots = List.of(Snapshots.counter(1, 1));

    await().until(() -> !collector.received().isEmpty());
    exporter.shutdown(BOUND_NANOS);
  }
}
