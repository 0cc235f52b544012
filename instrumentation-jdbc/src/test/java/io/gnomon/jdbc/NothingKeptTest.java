package io.gnomon.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.gnomon.core.Core;
import io.gnomon.core.CoreSettings;
import io.gnomon.core.clock.Clock;
import io.gnomon.core.log.AgentLog;
import io.gnomon.core.request.RequestRecord;
import io.gnomon.core.request.RequestRecord.RouteSource;
import io.gnomon.core.request.ThreadState;
import io.gnomon.core.settings.LayeredSettings;
import io.gnomon.core.traces.TraceSettings;
import io.gnomon.jdbc.SlottedStatements.SlottedConnection;
import java.lang.management.ManagementFactory;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a request and its queries cost whose trace is not kept, by the core as the agent wires it:
 * every query is recorded and the end decides. The clock goes on by a step whenever it is asked, so
 * no request takes longer than another.
 */
class NothingKeptTest {

  private static final int WARM_UP = 3_000;
  private static final int MEASURED = 200;
  private static final int ATTEMPTS = 5;
  private static final long STEP_NANOS = 1_000;
  private static final String SQL = "SELECT name FROM item WHERE id = ?";
  private static final String OTHER = "SELECT id FROM orders WHERE item = ?";

  private static final class Steps implements Clock {

    private long nanos;

    @Override
    public long nanoTime() {
      nanos += STEP_NANOS;
      return nanos;
    }

    @Override
    public long epochNanos() {
      return nanos;
    }
  }

  private static final class NoLog implements AgentLog {

    @Override
    public void info(String line) {}

    @Override
    public void warn(String line) {}

    @Override
    public void debug(String line) {}
  }

  private final Steps clock = new Steps();
  private final Core core =
      new Core(
          clock,
          new NoLog(),
          CoreSettings.read(new LayeredSettings(new Properties(), Map.of(), null)),
          interesting());
  private final ProbedCalls calls = new ProbedCalls(core, JdbcSettings.defaults(), clock);
  private final ThreadState thread = ThreadState.current();
  private final SlottedConnection connection = new SlottedConnection();

  /** The default, without the share that is kept at random. */
  private static TraceSettings interesting() {
    Properties system = new Properties();
    system.setProperty("gnomon.traces.baseline", "off");
    return TraceSettings.read(new LayeredSettings(system, Map.of(), null));
  }

  @AfterEach
  void leave() {
    thread.request(null);
  }

  private void request(Statement statement, int queries, int status) {
    RequestRecord record = core.requests().start("GET", "http");
    thread.request(record);
    core.requests().route(record, "/items", RouteSource.SERVLET);
    for (int i = 0; i < queries; i++) {
      calls.prepared(connection, statement, (i & 1) == 0 ? SQL : OTHER);
      int token = calls.executing(statement);
      calls.executed(token, statement, null, null, null);
      calls.closed(statement);
    }
    core.traces().isToBeKept(record);
    thread.request(null);
    core.requests().end(record, record.generation(), status, "1.1");
  }

  private void requests(Statement statement, int queries, int times) {
    for (int i = 0; i < times; i++) {
      request(statement, queries, 200);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 10, 100})
  void aRequestAndItsQueriesAllocateNothing(int queries) throws Exception {
    calls.connected(
        calls.connecting(SlottedStatements.driver()), connection, "jdbc:postgresql://db:6432/shop");
    Statement statement = SlottedStatements.statement();
    Runnable round = core.traces().round(clock);
    requests(statement, queries, WARM_UP);
    clock.nanos += 1_000_000_000L;
    round.run();

    assertThat(leastAllocated(statement, queries)).isZero();
    assertThat(core.traces().kept()).isZero();

    // That it is decided, and what was recorded.
    request(statement, queries, 500);
    assertThat(core.traces().kept()).isEqualTo(1);
    assertThat(core.traces().drain(Integer.MAX_VALUE)).hasSize(1 + queries);
  }

  private long leastAllocated(Statement statement, int queries) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long id = Thread.currentThread().getId();
    long least = Long.MAX_VALUE;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      long before = threads.getThreadAllocatedBytes(id);
      requests(statement, queries, MEASURED);
      least = Math.min(least, threads.getThreadAllocatedBytes(id) - before);
    }
    return least;
  }
}
