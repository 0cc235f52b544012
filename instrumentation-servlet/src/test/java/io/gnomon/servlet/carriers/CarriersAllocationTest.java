package io.gnomon.servlet.carriers;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.gnomon.core.clock.Clock;
import io.gnomon.core.failures.Failures;
import io.gnomon.core.log.AgentLog;
import io.gnomon.core.metrics.Metrics;
import io.gnomon.core.propagation.PropagationSettings;
import io.gnomon.core.propagation.Propagator;
import io.gnomon.core.request.RequestRecord;
import io.gnomon.core.request.Requests;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.apache.coyote.Request;
import org.junit.jupiter.api.Test;

class CarriersAllocationTest {

  private static final int TIMES = 20_000;

  private static final class NoLog implements AgentLog {

    @Override
    public void info(String line) {}

    @Override
    public void warn(String line) {}

    @Override
    public void debug(String line) {}
  }

  @Test
  void aRequestWithoutHeadersOfTracesAllocatesNothing() {
    Failures failures = new Failures(new NoLog());
    Carriers carriers =
        new Carriers(
            new PropagationSettings(List.of(Propagator.values())),
            new FactSettings(FactSettings.Query.REDACTED, false),
            new Metrics(Clock.SYSTEM),
            failures);
    RequestRecord record =
        new Requests(Clock.SYSTEM, new Metrics(Clock.SYSTEM)).start("GET", "http");
    Request request = new Request();
    request.getMimeHeaders().setValue("Host").setString("x");
    request.getMimeHeaders().setValue("Accept").setString("*/*");
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    for (int i = 0; i < TIMES; i++) {
      carriers.begun(record, request);
    }

    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < TIMES; i++) {
      carriers.begun(record, request);
    }
    long bytes = threads.getCurrentThreadAllocatedBytes() - before;

    assertThat(bytes).as("bytes of %d requests", TIMES).isLessThan(TIMES);
    assertThat(failures.count("servlet")).isZero();
  }
}
