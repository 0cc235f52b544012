package io.gnomon.benchmarks.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import java.util.List;
import org.junit.jupiter.api.Test;

class JmhTableTest {

  private static final String HOT = "Query.prepareExecuteClose";

  private static Measurements of(Measured... measured) {
    return new Measurements(List.of(measured));
  }

  private static Measured floor(int threads, double nanos) {
    return new Measured(Measurements.FLOOR, threads, nanos, 1, 0);
  }

  @Test
  void comparesWithTheFloorOfAsManyThreads() {
    Measurements all =
        of(
            floor(1, 50),
            floor(2, 60),
            new Measured(HOT, 1, 100, 1, 0),
            new Measured(HOT, 2, 180, 1, 0));

    assertThat(all.floors(all.find(HOT, 1))).isEqualTo(2);
    assertThat(all.floors(all.find(HOT, 2))).isEqualTo(3);
    assertThat(Goal.of(HOT).verdict(HOT, all))
        .isEqualTo("at most 3 x floor: reached; 0 B: reached");
  }

  @Test
  void saysWithHowManyThreadsAGoalIsMissed() {
    Measurements all =
        of(
            floor(1, 50),
            floor(2, 50),
            new Measured(HOT, 1, 149, 1, 16),
            new Measured(HOT, 2, 151, 1, 0.3));

    assertThat(Goal.of(HOT).verdict(HOT, all))
        .isEqualTo("at most 3 x floor: **missed** with 2; 0 B: **missed** with 1");
  }

  @Test
  void hasNoGoalForMoreThanTwoThreads() {
    Measurements all =
        of(
            floor(1, 50),
            floor(4, 50),
            new Measured(HOT, 1, 100, 1, 0),
            new Measured(HOT, 4, 900, 1, 0));

    assertThat(Goal.of(HOT).verdict(HOT, all)).startsWith("at most 3 x floor: reached");
  }

  @Test
  void literalsMayAllocateALittle() {
    String name = "Query.newLiteral";
    Measurements all = of(floor(1, 50), new Measured(name, 1, 900, 1, 216));

    assertThat(Goal.of(name).verdict(name, all)).isEqualTo("at most 200 B: **missed** with 1");
  }

  @Test
  void theFloorComesFirstAndOthersLast() {
    Measurements all =
        of(
            new Measured("Micrometer.timer", 1, 1, 1, 0),
            new Measured("Client.call", 1, 1, 1, 0),
            new Measured(HOT, 1, 1, 1, 0),
            floor(1, 1));

    assertThat(all.names())
        .containsExactly(Measurements.FLOOR, HOT, "Client.call", "Micrometer.timer");
  }

  @Test
  void threadsGoUpToTheProcessors() {
    assertThat(Jmh.threads(1)).containsExactly(1);
    assertThat(Jmh.threads(2)).containsExactly(1, 2);
    assertThat(Jmh.threads(6)).containsExactly(1, 2, 4, 6);
  }

  @Test
  void theOtherSpanIsOne() {
    Span span = OpenTelemetryBenchmark.start(new OpenTelemetryBenchmark().sampling, Context.root());

    assertThat(span.isRecording()).isTrue();
    assertThat(span.getSpanContext().isSampled()).isTrue();
    span.end();
  }
}
