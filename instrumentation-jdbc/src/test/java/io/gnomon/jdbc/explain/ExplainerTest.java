package io.gnomon.jdbc.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gnomon.core.Core;
import io.gnomon.core.CoreSettings;
import io.gnomon.core.clock.Clock;
import io.gnomon.core.query.Callee;
import io.gnomon.core.query.Database;
import io.gnomon.core.query.Execution;
import io.gnomon.core.query.Query;
import io.gnomon.core.query.QueryShape;
import io.gnomon.core.request.ThreadState;
import io.gnomon.core.traces.TraceSettings;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExplainerTest {

  private static final long INTERVAL_NANOS = 1_000;
  private static final String NONE = "none";

  private final AtomicLong nanos = new AtomicLong();
  private final Clock clock =
      new Clock() {
        @Override
        public long nanoTime() {
          return nanos.get();
        }

        @Override
        public long epochNanos() {
          return nanos.get();
        }
      };
  private final Core core =
      new Core(
          Clock.SYSTEM,
          new SilentLog(),
          new CoreSettings(Long.MAX_VALUE, 1L, List.of(), 5, Long.MAX_VALUE),
          TraceSettings.NONE);
  private final LinkedBlockingQueue<String> told = new LinkedBlockingQueue<>();
  private final Explainer explainer =
      new Explainer(core, INTERVAL_NANOS, clock, TimeUnit.SECONDS.toNanos(60));

  private boolean ask(
      Explainer by, long fingerprint, @Nullable String text, @Nullable Object from) {
    Query query =
        core.queries()
            .query(
                new Database("postgresql", "shop", "db", 0),
                new QueryShape(fingerprint, "SELECT ?", "SELECT"));
    Execution execution = new Execution().of(query, 0, 1).from(text, from);
    boolean accepted = by.request(execution, plan -> told.add(plan == null ? NONE : plan));
    by.round().run();
    return accepted;
  }

  private String outcome() {
    return Asked.outcome(core.metrics());
  }

  private static DataSource thatFails(Throwable failure) {
    return source(
        () -> {
          throw failure;
        });
  }

  private interface Lending {
    @Nullable Connection lend() throws Throwable;
  }

  private static DataSource source(Lending lending) {
    return (DataSource)
        Proxy.newProxyInstance(
            ExplainerTest.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, arguments) -> lending.lend());
  }

  @Test
  void aQueryIsAskedAboutOncePerIntervalWhateverCameOfIt() throws Exception {
    FixedOrigin origin = new FixedOrigin(thatFails(new SQLException("no")), false);
    assertThat(ask(explainer, 1, "SELECT 1", origin)).isTrue();
    assertThat(told.poll(10, TimeUnit.SECONDS)).isEqualTo(NONE);
    assertThat(ask(explainer, 1, "SELECT 1", origin)).isFalse();
    assertThat(ask(explainer, 2, "SELECT 2", origin)).isTrue();
    nanos.addAndGet(INTERVAL_NANOS);
    assertThat(ask(explainer, 1, "SELECT 1", origin)).isTrue();
    assertThat(outcome()).isEqualTo("failed_connection");
  }

  @Test
  void aBusyPoolIsLeftAlone() throws Exception {
    DataSource source = thatFails(new AssertionError("lent"));
    assertThat(ask(explainer, 1, "SELECT 1", new FixedOrigin(source, true))).isTrue();
    assertThat(told.poll(10, TimeUnit.SECONDS)).isEqualTo(NONE);
    assertThat(outcome()).isEqualTo("skipped_pool_busy");
    assertThat(core.failures().count("explain")).isZero();
  }

  @Test
  void aPoolThatIsBusyForAMomentIsAskedWhenItIsFree() throws Exception {
    AtomicLong looks = new AtomicLong();
    ConnectionOrigin busyAtFirst =
        new ConnectionOrigin() {
          @Override
          public DataSource dataSource() {
            return thatFails(new SQLException("no"));
          }

          @Override
          public boolean hasWaiters() {
            return looks.incrementAndGet() < PlanTask.MAX_LOOKS;
          }
        };
    assertThat(ask(explainer, 1, "SELECT 1", busyAtFirst)).isTrue();
    assertThat(told.poll(10, TimeUnit.SECONDS)).isEqualTo(NONE);
    assertThat(outcome()).isEqualTo("failed_connection");
    assertThat(looks).hasValue(PlanTask.MAX_LOOKS);
  }

  @Test
  void withoutASourceOrATextNothingIsAskedAndNoThreadIsStarted() {
    assertThat(ask(explainer, 1, "SELECT 1", null)).isFalse();
    assertThat(ask(explainer, 1, "SELECT 1", "no origin")).isFalse();
    assertThat(ask(explainer, 1, "SELECT 1", new FixedOrigin(null, false))).isFalse();
    assertThat(ask(explainer, 1, null, new FixedOrigin(null, false))).isFalse();
    assertThat(outcome()).isEqualTo("skipped_no_data_source");
    assertThat(explainer.isRunning()).isFalse();
  }

  @Test
  void onlySoManyAreWaitedFor() throws Exception {
    CountDownLatch free = new CountDownLatch(1);
    CountDownLatch busy = new CountDownLatch(1);
    FixedOrigin origin =
        new FixedOrigin(
            source(
                () -> {
                  busy.countDown();
                  free.await();
                  throw new SQLException("no");
                }),
            false);
    assertThat(ask(explainer, 0, "SELECT 1", origin)).isTrue();
    busy.await();
    for (int i = 1; i <= PlanThread.MAX_WAITING; i++) {
      assertThat(ask(explainer, i, "SELECT 1", origin)).isTrue();
    }
    assertThat(ask(explainer, -1, "SELECT 1", origin)).isFalse();
    assertThat(outcome()).isEqualTo("skipped_too_many");
    free.countDown();
    for (int i = 0; i <= PlanThread.MAX_WAITING; i++) {
      assertThat(told.poll(10, TimeUnit.SECONDS)).isEqualTo(NONE);
    }
  }

  @Test
  void theThreadIsADaemonThatNoCallOfCountsAndEndsWhenIdle() throws Exception {
    Explainer idle = new Explainer(core, INTERVAL_NANOS, clock, 1);
    List<Thread> threads = new ArrayList<>();
    List<Integer> tokens = new ArrayList<>();
    FixedOrigin origin =
        new FixedOrigin(
            source(
                () -> {
                  threads.add(Thread.currentThread());
                  tokens.add(ThreadState.current().calls().enter(new Callee("driver")));
                  Thread.currentThread().interrupt();
                  throw new IllegalStateException("no");
                }),
            false);
    assertThat(ask(idle, 1, "SELECT 1", origin)).isTrue();
    assertThat(told.poll(10, TimeUnit.SECONDS)).isEqualTo(NONE);
    await().until(() -> !idle.isRunning());
    assertThat(ask(idle, 2, "SELECT 1", origin)).isTrue();
    assertThat(told.poll(10, TimeUnit.SECONDS)).isEqualTo(NONE);
    assertThat(tokens).containsExactly(0, 0);
    for (Thread thread : threads) {
      assertThat(thread.isDaemon()).isTrue();
      assertThat(thread.getName()).isEqualTo("gnomon-explain");
      thread.join(10_000);
      assertThat(thread.isAlive()).isFalse();
    }
  }

  @Test
  void theThreadIsStartedByTheRoundAndHoldsNothingOfWhoAsked() throws Exception {
    InheritableThreadLocal<String> inherited = new InheritableThreadLocal<>();
    LinkedBlockingQueue<String> seen = new LinkedBlockingQueue<>();
    FixedOrigin origin =
        new FixedOrigin(
            source(
                () -> {
                  seen.add(String.valueOf(inherited.get()));
                  throw new SQLException("no");
                }),
            false);
    Query query =
        core.queries()
            .query(
                new Database("postgresql", "shop", "db", 0),
                new QueryShape(1, "SELECT ?", "SELECT"));
    Thread application =
        new Thread(
            () -> {
              inherited.set("of the application");
              explainer.request(
                  new Execution().of(query, 0, 1).from("SELECT 1", origin), plan -> {});
            });
    application.start();
    application.join();
    assertThat(explainer.isRunning()).isFalse();
    explainer.round().run();
    assertThat(seen.poll(10, TimeUnit.SECONDS)).isEqualTo("null");
  }

  @Test
  void aFailureOfOursIsCountedAndTheQueryToldAllTheSame() throws Exception {
    FixedOrigin origin = new FixedOrigin(thatFails(new LinkageError("no")), false);
    assertThat(ask(explainer, 1, "SELECT 1", origin)).isTrue();
    assertThat(told.poll(10, TimeUnit.SECONDS)).isEqualTo(NONE);
    assertThat(core.failures().count("explain")).isEqualTo(1);
    assertThat(outcome()).isEqualTo("failed_other");
    assertThat(ask(explainer, 2, "SELECT 1", origin)).isTrue();
    assertThat(told.poll(10, TimeUnit.SECONDS)).isEqualTo(NONE);
  }

  @Test
  void aServerThatIsNotWhatItsUrlSaysGetsItsConnectionBack() {
    JdbcDataSource h2 = new JdbcDataSource();
    h2.setUrl("jdbc:h2:mem:");
    TamperedSource source = new TamperedSource(h2, "CREATE TABLE t (id INT)");
    assertThat(Asked.about("SELECT 1", "postgresql", source).outcome).isEqualTo("failed_database");
    assertThat(Asked.about("SELECT 1", "mariadb", source).outcome).isEqualTo("failed_database");
    assertThat(source.given()).isEqualTo(2);
    assertThat(source.lent()).isZero();
    assertThat(Asked.about("SELECT f()", "mariadb", source).outcome).isEqualTo("refused_call");
    assertThat(source.given()).isEqualTo(2);
  }
}
