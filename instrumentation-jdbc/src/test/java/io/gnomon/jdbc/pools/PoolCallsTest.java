package io.gnomon.jdbc.pools;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.gnomon.bootstrap.Slot;
import io.gnomon.core.Core;
import io.gnomon.core.CoreSettings;
import io.gnomon.core.clock.Clock;
import io.gnomon.core.events.Event;
import io.gnomon.core.log.AgentLog;
import io.gnomon.core.metrics.HistogramPoint;
import io.gnomon.core.metrics.MetricSnapshot;
import io.gnomon.core.metrics.NumberPoint;
import io.gnomon.core.request.RequestRecord;
import io.gnomon.core.request.ThreadState;
import io.gnomon.core.settings.LayeredSettings;
import io.gnomon.core.traces.TraceSettings;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PoolCallsTest {

  private static final String WAIT = "db.client.connection.wait_time";
  private static final String USE = "db.client.connection.use_time";
  private static final String CREATE = "db.client.connection.create_time";
  private static final String POOL_NAME = "db.client.connection.pool.name";

  /** A logical connection of a pool, woven at its load. */
  private static final class Logical implements Slot {
    private @Nullable Object slot;

    @Override
    public @Nullable Object gnomon$slot() {
      return slot;
    }

    @Override
    public void gnomon$slot(@Nullable Object value) {
      slot = value;
    }
  }

  private static final class SetClock implements Clock {
    private volatile long nanos;

    @Override
    public long nanoTime() {
      return nanos;
    }

    @Override
    public long epochNanos() {
      return nanos;
    }
  }

  private final List<String> lines = new ArrayList<>();
  private final AgentLog log =
      new AgentLog() {
        @Override
        public void info(String line) {
          lines.add(line);
        }

        @Override
        public void warn(String line) {
          lines.add(line);
        }

        @Override
        public void debug(String line) {
          lines.add(line);
        }
      };
  private final SetClock clock = new SetClock();
  private final Core core =
      new Core(
          clock,
          log,
          new CoreSettings(Long.MAX_VALUE, 1_000, List.of(), 5, Long.MAX_VALUE),
          TraceSettings.NONE);
  private final PoolCalls calls = calls(Long.MAX_VALUE);

  private PoolCalls calls(long leakThresholdNanos) {
    Core own = leakThresholdNanos == Long.MAX_VALUE ? core : leakCore;
    return new PoolCalls(
        own,
        new LeakSettings(leakThresholdNanos, 1_000, List.of("java.", "io.gnomon.core."), log),
        clock);
  }

  private final Core leakCore =
      new Core(
          clock,
          log,
          new CoreSettings(Long.MAX_VALUE, 1_000, List.of(), 5, Long.MAX_VALUE),
          TraceSettings.read(new LayeredSettings(new Properties(), Map.of(), null)));

  @AfterEach
  void leaveTheRequest() {
    ThreadState.current().request(null);
  }

  private static HikariDataSource pool(String name) {
    HikariDataSource pool = new HikariDataSource();
    pool.setPoolName(name);
    return pool;
  }

  private static void borrow(PoolCalls calls, Object pool, Object connection) {
    int token = calls.borrowing(pool);
    if (token != 0) {
      calls.borrowed(token, connection, null);
    }
  }

  private TreeMap<String, Long> counts(String metric) {
    return counts(core, metric);
  }

  private static TreeMap<String, Long> counts(Core core, String metric) {
    TreeMap<String, Long> counts = new TreeMap<>();
    for (MetricSnapshot snapshot : core.metrics().collect()) {
      if (snapshot.instrument().name().equals(metric)) {
        for (HistogramPoint point : snapshot.histograms()) {
          counts.put(String.valueOf(point.attributes().get(POOL_NAME)), point.count());
        }
        for (NumberPoint point : snapshot.numbers()) {
          counts.put(String.valueOf(point.attributes().get(POOL_NAME)), (long) point.value());
        }
      }
    }
    return counts;
  }

  private HistogramPoint onlyPoint(String metric) {
    return core.metrics().collect().stream()
        .filter(each -> each.instrument().name().equals(metric))
        .flatMap(each -> each.histograms().stream())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void waitingAndHoldingAreTimedFromCallToCallAndTheSecondCloseTellsNothing() {
    Logical connection = new Logical();
    HikariDataSource pool = pool("shop");
    clock.nanos = 1_000_000;
    int token = calls.borrowing(pool);
    clock.nanos = 4_000_000;
    calls.borrowed(token, connection, null);
    clock.nanos = 9_000_000;
    calls.returned(connection);
    clock.nanos = 99_000_000;
    calls.returned(connection);

    assertThat(counts(WAIT)).containsExactlyEntriesOf(new TreeMap<>(Map.of("shop", 1L)));
    assertThat(onlyPoint(WAIT).sum()).isEqualTo(3_000_000);
    assertThat(onlyPoint(USE).count()).isEqualTo(1);
    assertThat(onlyPoint(USE).sum()).isEqualTo(5_000_000);
    assertThat(connection.slot).isNull();
  }

  @Test
  void aBorrowTellsItsPoolUntilTheConnectionIsClosed() {
    Logical connection = new Logical();
    HikariDataSource pool = pool("shop");
    borrow(calls, pool, connection);

    Borrow borrow = (Borrow) connection.slot;
    assertThat(borrow).isNotNull();
    assertThat(borrow.dataSource()).isSameAs(pool);
    assertThat(borrow.pool().hasWaiters()).as("nobody tells that one is idle").isTrue();

    calls.returned(connection);
    assertThat(borrow.dataSource()).isNull();
  }

  @Test
  void anAnswerToACallFromBeforeTheEndOfAPoolOpensNothing() {
    HikariDataSource pool = pool("shop");
    Logical first = new Logical();
    borrow(calls, pool, first);
    Pool watched = ((Borrow) first.slot).pool();
    assertThat(watched.openDataSource()).isSameAs(pool);

    Logical late = new Logical();
    int token = calls.borrowing(pool);
    clock.nanos++;
    calls.poolClosed(pool);
    calls.borrowed(token, late, null);
    assertThat(watched.openDataSource()).isNull();

    clock.nanos++;
    borrow(calls, pool, new Logical());
    assertThat(watched.openDataSource()).isSameAs(pool);
  }

  @Test
  void aStaleReaderOfASlotEndsNothing() {
    Logical first = new Logical();
    Logical second = new Logical();
    HikariDataSource pool = pool("shop");
    borrow(calls, pool, first);
    Borrow stale = (Borrow) first.slot;
    calls.returned(first);
    borrow(calls, pool, second);
    assertThat(second.slot).as("the borrow is reused").isSameAs(stale);

    first.slot = stale;
    calls.returned(first);

    assertThat(onlyPoint(USE).count()).isEqualTo(1);
    calls.returned(second);
    assertThat(onlyPoint(USE).count()).isEqualTo(2);
  }

  @Test
  void anOverloadThatCallsAnotherIsOneCallAndAPoolInsideAPoolIsTwo() {
    HikariDataSource outer = pool("outer");
    HikariDataSource inner = pool("inner");
    int token = calls.borrowing(outer);
    assertThat(calls.borrowing(outer)).isZero();
    borrow(calls, inner, new Logical());
    calls.borrowed(token, new Logical(), null);

    assertThat(counts(WAIT)).containsEntry("outer", 1L).containsEntry("inner", 1L).hasSize(2);
  }

  @Test
  void whoPassesOnWhatAnotherPoolHandedOutDoesNotCount() {
    HikariDataSource outer = pool("outer");
    Logical connection = new Logical();
    int token = calls.borrowing(outer);
    borrow(calls, pool("inner"), connection);
    calls.borrowed(token, connection, null);
    calls.returned(connection);

    assertThat(counts(WAIT)).containsOnlyKeys("inner");
    assertThat(counts(USE)).containsOnlyKeys("inner");
  }

  @Test
  void aProxyIsKnownByTheObjectBehindIt() {
    HikariDataSource pool = pool("shop");
    Object proxy =
        Proxy.newProxyInstance(
            PoolCallsTest.class.getClassLoader(),
            new Class<?>[] {Connection.class, Slot.class},
            (self, method, arguments) -> {
              throw new AssertionError("called " + method);
            });
    Logical behind = new Logical();
    int token = calls.borrowing(pool);
    calls.handedOut(behind);
    calls.borrowed(token, proxy, null);
    calls.returned(behind);
    borrow(calls, pool, proxy);

    assertThat(counts(WAIT)).as("a proxy of nobody's does not count").containsEntry("shop", 1L);
    assertThat(counts(USE)).containsEntry("shop", 1L);
  }

  @Test
  void onlyATimeoutIsATimeout() {
    HikariDataSource pool = pool("shop");
    calls.borrowed(calls.borrowing(pool), null, new SQLException("refused", "08001"));
    calls.borrowed(calls.borrowing(pool), null, new IllegalStateException("closed"));
    assertThat(counts("db.client.connection.timeouts")).isEmpty();

    calls.borrowed(calls.borrowing(pool), null, new SQLTransientConnectionException("late"));
    assertThat(counts("db.client.connection.timeouts")).containsEntry("shop", 1L);
    assertThat(counts(WAIT)).isEmpty();
  }

  @Test
  void poolsOfOneNameAreToldApartAndAClosedOneLeavesItsName() {
    HikariDataSource first = pool("shop");
    HikariDataSource second = pool("shop");
    borrow(calls, first, new Logical());
    borrow(calls, second, new Logical());
    assertThat(counts("db.client.connection.max")).containsOnlyKeys("shop", "shop#2");

    calls.poolClosed(first);
    assertThat(counts("db.client.connection.max")).containsOnlyKeys("shop#2");
    HikariDataSource third = pool("shop");
    borrow(calls, third, new Logical());
    assertThat(counts("db.client.connection.max")).containsOnlyKeys("shop", "shop#2");
    assertThat(second.getPoolName()).isEqualTo(third.getPoolName());
  }

  @Test
  void aPoolWithoutANameIsCalledByItsPlaceAndNeverByItsUser() {
    HikariDataSource pool = new HikariDataSource();
    pool.setJdbcUrl("jdbc:postgresql://scott:tiger@db1:5433/shop?user=scott&password=tiger");
    borrow(calls, pool, new Logical());
    HikariDataSource nowhere = new HikariDataSource();
    borrow(calls, nowhere, new Logical());

    assertThat(counts(WAIT)).containsOnlyKeys("db1:5433/shop", "hikaricp");
    assertThat(nowhere.isClosed()).isFalse();
  }

  @Test
  void aPoolThatIsGoneHoldsNothing() throws InterruptedException {
    WeakReference<Object> gone = borrowAndForget();
    for (int i = 0; i < 200 && gone.get() != null; i++) {
      System.gc();
      Thread.sleep(10);
    }
    assertThat(gone.get()).isNull();
    assertThat(counts("db.client.connection.max")).isEmpty();
  }

  private WeakReference<Object> borrowAndForget() {
    HikariDataSource pool = pool("gone");
    Logical connection = new Logical();
    borrow(calls, pool, connection);
    assertThat(counts("db.client.connection.max")).containsOnlyKeys("gone");
    calls.returned(connection);
    return new WeakReference<>(pool);
  }

  @Test
  void whatWasMadeBeforeItsPoolIsKnownIsCountedOnceItIs() {
    HikariDataSource pool = pool("shop");
    calls.created(pool, calls.creating());
    calls.created(pool, calls.creating());
    assertThat(counts(CREATE)).isEmpty();
    borrow(calls, pool, new Logical());
    calls.created(pool, calls.creating());
    assertThat(counts(CREATE)).containsEntry("shop", 3L);

    Object maker = new Object();
    calls.created(maker, calls.creating());
    int token = calls.borrowing(pool);
    calls.created(maker, calls.creating());
    calls.borrowed(token, new Logical(), null);
    calls.created(maker, calls.creating());
    assertThat(counts(CREATE)).containsEntry("shop", 6L);
  }

  @Test
  void whatNoPoolOwnsIsKeptUpToABound() {
    Object maker = new Object();
    for (int i = 0; i < Creations.MAX_KEPT + 3; i++) {
      calls.created(maker, calls.creating());
    }
    assertThat(counts(PoolMetrics.CREATIONS_WITHOUT_POOL.name())).containsValue(3L);
  }

  @Test
  void morePoolsThanAreFollowedAreCounted() {
    List<HikariDataSource> pools = new ArrayList<>();
    for (int i = 0; i < Pools.MAX_POOLS + 2; i++) {
      pools.add(pool("p" + i));
      borrow(calls, pools.get(i), new Logical());
    }
    assertThat(counts(WAIT)).hasSize(Pools.MAX_POOLS);
    assertThat(counts(PoolMetrics.POOLS_NOT_FOLLOWED.name())).containsValue(2L);
    assertThat(pools).isNotEmpty();
  }

  @Test
  void aConnectionThatIsHeldTooLongIsToldOnceWithItsStackAndRoute() {
    PoolCalls watched = calls(100);
    RequestRecord record = leakCore.requests().start("GET", "http");
    record.route("/orders", RequestRecord.RouteSource.SERVLET);
    ThreadState.current().request(record);
    Logical connection = new Logical();
    borrow(watched, pool("shop"), connection);
    long traceLow = record.trace().traceLow();
    long spanId = record.trace().spanId();
    leakCore.requests().end(record, record.generation(), 200, null);
    leakCore.requests().start("GET", "http"); // The same record, of another trace.
    clock.nanos = 100;
    watched.leakWatch().run();
    assertThat(leaks()).isEmpty();

    clock.nanos = 5_000_101;
    watched.leakWatch().run();
    watched.leakWatch().run();

    assertThat(leaks()).containsEntry("shop", 1L);
    List<Event> events = leakCore.events().drain(10);
    assertThat(events).hasSize(1);
    assertThat(events.get(0).name()).isEqualTo("gnomon.db.connection_leak");
    assertThat(events.get(0).attributes().get("http.route")).isEqualTo("/orders");
    assertThat(events.get(0).traceLow()).isEqualTo(traceLow);
    assertThat(events.get(0).spanId()).isEqualTo(spanId);
    assertThat(events.get(0).attributes().get("gnomon.db.connection.held_ms")).isEqualTo(5L);
    assertThat(events.get(0).attributes().get("thread.name"))
        .isEqualTo(Thread.currentThread().getName());
    assertThat((String) events.get(0).attributes().get("code.stacktrace"))
        .contains("PoolCallsTest.aConnectionThatIsHeldTooLong");
    assertThat(lines).hasSize(1).first().asString().contains("in /orders, at io.gnomon.jdbc.");

    watched.returned(connection);
    clock.nanos = 9_000_000;
    watched.leakWatch().run();
    assertThat(leaks()).containsEntry("shop", 1L);
  }

  private TreeMap<String, Long> leaks() {
    return counts(leakCore, "gnomon.db.connection.leaks");
  }

  @Test
  void leaksOfOneLineCountAndAreToldByTheInterval() {
    PoolCalls watched = calls(100);
    HikariDataSource pool = pool("shop");
    for (int i = 0; i < 3; i++) {
      borrow(watched, pool, new Logical());
    }
    clock.nanos = 101;
    watched.leakWatch().run();

    assertThat(leaks()).containsEntry("shop", 3L);
    assertThat(lines).hasSize(1);
  }

  @Test
  void withoutTheSettingNoStackIsTakenAndNothingIsTold() {
    borrow(calls, pool("shop"), new Logical());
    clock.nanos = Long.MAX_VALUE / 2;
    calls.leakWatch().run();
    assertThat(counts("gnomon.db.connection.leaks")).isEmpty();
    assertThat(lines).isEmpty();
  }

  @Test
  void borrowingAndClosingAllocateNothing() {
    HikariDataSource pool = pool("shop");
    Logical connection = new Logical();
    com.sun.management.ThreadMXBean threads =
        (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long id = Thread.currentThread().getId();
    long least = Long.MAX_VALUE;
    for (int round = 0; round < 10; round++) {
      long before = threads.getThreadAllocatedBytes(id);
      for (int i = 0; i < 10_000; i++) {
        borrow(calls, pool, connection);
        calls.returned(connection);
      }
      least = Math.min(least, threads.getThreadAllocatedBytes(id) - before);
    }
    assertThat(least).isLessThan(10_000);
    assertThat(onlyPoint(USE).count()).isEqualTo(100_000);
  }

  @Test
  void manyThreadsThatBorrowAndCloseTwiceAreCountedExactly() throws InterruptedException {
    HikariDataSource pool = pool("shop");
    AtomicInteger problems = new AtomicInteger();
    CountDownLatch done = new CountDownLatch(4);
    for (int t = 0; t < 4; t++) {
      new Thread(
              () -> {
                for (int i = 0; i < 5_000; i++) {
                  Logical connection = new Logical();
                  borrow(calls, pool, connection);
                  if (!(connection.slot instanceof Borrow)) {
                    problems.incrementAndGet();
                  }
                  calls.returned(connection);
                  calls.returned(connection);
                }
                done.countDown();
              })
          .start();
    }
    done.await();
    assertThat(problems).hasValue(0);
    assertThat(counts(WAIT)).containsEntry("shop", 20_000L);
    assertThat(counts(USE)).containsEntry("shop", 20_000L);
  }

  @Test
  void aFailureOfOursLeavesTheThreadOutsideOfCalls() {
    HikariDataSource pool = pool("shop");
    int token = calls.borrowing(pool);
    calls.failed(new IllegalStateException("test"));
    calls.borrowed(token, new Logical(), null);
    assertThat(counts(WAIT)).isEmpty();

    borrow(calls, pool, new Logical());
    assertThat(counts(WAIT)).containsEntry("shop", 1L);
    assertThat(core.failures().count("pools")).isEqualTo(1);
  }
}
