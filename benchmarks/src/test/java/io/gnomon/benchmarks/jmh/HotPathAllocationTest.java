package io.gnomon.benchmarks.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What the steps of the hot path allocate, to the byte. The least of several looks, for a ring, a
 * table or a class that comes once is no cost of a step.
 */
class HotPathAllocationTest {

  private static final int WARM_UP = 20_000;
  private static final int OPERATIONS = 2_000;
  private static final int LOOKS = 10;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private Runnable end = () -> {};

  private double bytesPer(Runnable step) {
    times(WARM_UP, step);
    long least = Long.MAX_VALUE;
    for (int i = 0; i < LOOKS && least > 0; i++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      times(OPERATIONS, step);
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    return (double) least / OPERATIONS;
  }

  private static void times(int count, Runnable step) {
    for (int i = 0; i < count; i++) {
      step.run();
    }
  }

  @AfterEach
  void endRequest() {
    end.run();
  }

  @Test
  void queriesAllocateNothing() {
    QueryBenchmark benchmark = new QueryBenchmark();

    assertThat(bytesPer(benchmark::prepareClose)).isZero();
    assertThat(bytesPer(benchmark::execute)).isZero();
    assertThat(bytesPer(benchmark::prepareExecuteClose)).isZero();
    assertThat(bytesPer(benchmark::prepareExecuteReadClose)).isZero();
    assertThat(bytesPer(benchmark::nextRow)).isZero();
  }

  @Test
  void aLiteralAllocatesWhatItsTextIsKeptBy() {
    assertThat(bytesPer(new QueryBenchmark()::newLiteral)).isBetween(1.0, 200.0);
  }

  @Test
  void queriesAndSpansInsideARequestAllocateNothing() {
    InRequestBenchmark benchmark = new InRequestBenchmark();
    end = benchmark::end;

    assertThat(bytesPer(benchmark::span)).isZero();
    assertThat(bytesPer(benchmark::prepareExecuteClose)).isZero();
  }

  @Test
  void requestsAllocateNothing() {
    RequestBenchmark benchmark = new RequestBenchmark();

    assertThat(bytesPer(benchmark::startAndEnd)).isZero();
    assertThat(bytesPer(benchmark::startAndEndWithBody)).isZero();
  }

  @Test
  void wholeRequestsAllocateNothing() {
    WholeRequestBenchmark benchmark = new WholeRequestBenchmark();
    benchmark.queries = 10;
    end = benchmark::end;

    assertThat(bytesPer(benchmark::request)).isZero();
  }

  @Test
  void decidingAllocatesNothing() {
    DecisionBenchmark benchmark = new DecisionBenchmark();
    benchmark.spans = 100;
    benchmark.fill();
    end = benchmark::end;

    assertThat(bytesPer(benchmark::ended)).isZero();
  }

  @Test
  void tasksOfNobodyAllocateNothing() {
    TaskBenchmark benchmark = new TaskBenchmark();
    benchmark.make();
    end = benchmark::end;

    assertThat(bytesPer(benchmark::runOfNobody)).isZero();
  }
}
