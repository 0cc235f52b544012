package io.gnomon.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.gnomon.core.attributes.AttributeNames;
import io.gnomon.core.attributes.AttributeSet;
import io.gnomon.jdbc.SlottedStatements.SlottedConnection;
import java.lang.management.ManagementFactory;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JdbcCallsTest {

  private static final String URL = "jdbc:postgresql://db:6432/shop?password=s3cret";
  private static final String SQL = "SELECT name FROM item WHERE id = ?";

  private final Recorded recorded = new Recorded();
  private final ProbedCalls calls = new ProbedCalls(recorded.core, JdbcSettings.defaults());
  private final SlottedConnection connection = new SlottedConnection();

  private void connect(Object made, String url) {
    calls.connected(calls.connecting(SlottedStatements.driver()), made, url);
  }

  private void execute(Object statement, String sql, Throwable thrown) {
    int token = calls.executing(statement);
    assertThat(token).isPositive();
    calls.executed(token, statement, sql, null, thrown);
  }

  private void executeBatch(Object statement) {
    calls.executedBatch(calls.executing(statement), statement, null, null);
  }

  @Test
  void aPreparedStatementIsToldWithItsDatabase() throws Exception {
    connect(connection, URL);
    Statement statement = SlottedStatements.statement();
    calls.prepared(connection, statement, SQL);
    execute(statement, null, null);
    execute(statement, null, null);

    assertThat(recorded.executions()).isEqualTo(2);
    AttributeSet series = recorded.onlySeries();
    assertThat(series.get(AttributeNames.DB_SYSTEM_NAME)).isEqualTo("postgresql");
    assertThat(series.get(AttributeNames.DB_NAMESPACE)).isEqualTo("shop");
    assertThat(series.get(AttributeNames.SERVER_ADDRESS)).isEqualTo("db");
    assertThat(series.get(AttributeNames.SERVER_PORT)).isEqualTo(6432L);
    assertThat(series.get(AttributeNames.DB_QUERY_SUMMARY)).isEqualTo("SELECT item");
    assertThat(series.get(AttributeNames.ERROR_TYPE)).isNull();
    assertThat(recorded.number(JdbcCalls.WITHOUT_ADDRESS.name())).isZero();
  }

  @Test
  void aPlainStatementIsToldByTheTextItExecutes() throws Exception {
    connect(connection, URL);
    Statement statement = SlottedStatements.statement();
    calls.created(connection, statement);
    execute(statement, "DELETE FROM item WHERE id = 7", null);
    execute(statement, "DELETE FROM item WHERE id = 8", null);

    assertThat(recorded.executions(Recorded.SUMMARY)).containsExactly(Map.entry("DELETE item", 2L));
    assertThat(recorded.onlySeries().get(AttributeNames.DB_NAMESPACE)).isEqualTo("shop");
  }

  @Test
  void aBatchIsOneExecutionAndABatchOfOneIsNoBatch() throws Exception {
    connect(connection, URL);
    Statement statement = SlottedStatements.statement();
    calls.created(connection, statement);
    calls.batched(statement, "INSERT INTO a VALUES (1)");
    calls.batched(statement, "INSERT INTO a VALUES (2)");
    executeBatch(statement);
    calls.batched(statement, "INSERT INTO b VALUES (1)");
    executeBatch(statement);

    assertThat(recorded.executions(Recorded.SUMMARY))
        .containsOnly(Map.entry("BATCH INSERT a", 1L), Map.entry("INSERT b", 1L));
  }

  @Test
  void aBatchOfDifferentStatementsIsToldByAllOfThem() throws Exception {
    connect(connection, URL);
    Statement statement = SlottedStatements.statement();
    calls.created(connection, statement);
    for (int i = 0; i < 3; i++) {
      calls.batched(statement, "INSERT INTO a VALUES (" + i + ")");
      calls.batched(statement, "DELETE FROM b WHERE id = " + i);
    }
    executeBatch(statement);

    assertThat(recorded.executions(Recorded.SUMMARY)).containsOnly(Map.entry("BATCH", 1L));
  }

  @Test
  void aBatchThatWasClearedIsForgotten() throws Exception {
    connect(connection, URL);
    Statement statement = SlottedStatements.statement();
    calls.prepared(connection, statement, SQL);
    calls.batched(statement, null);
    calls.batched(statement, null);
    calls.batchCleared(statement);
    calls.batched(statement, null);
    executeBatch(statement);
    calls.batched(statement, null);
    calls.batched(statement, null);
    executeBatch(statement);

    assertThat(recorded.executions(Recorded.SUMMARY))
        .containsOnly(Map.entry("SELECT item", 1L), Map.entry("BATCH SELECT item", 1L));
  }

  @Test
  void aBatchThatTheDriverClearsWhileItExecutesIsStillTold() throws Exception {
    connect(connection, URL);
    Statement statement = SlottedStatements.statement();
    calls.prepared(connection, statement, SQL);
    calls.batched(statement, null);
    calls.batched(statement, null);
    int token = calls.executing(statement);
    calls.batchCleared(statement);
    calls.executedBatch(token, statement, null, new SQLException("duplicate", "23505"));

    assertThat(recorded.executions(Recorded.SUMMARY)).containsOnlyKeys("BATCH SELECT item");
  }

  @Test
  void aBatchThatWasFilledOutOfSightIsToldByWhatItReturns() throws Exception {
    connect(connection, URL);
    Statement statement = SlottedStatements.statement();
    calls.prepared(connection, statement, SQL);
    calls.executedBatch(calls.executing(statement), statement, new long[] {1, 1}, null);

    assertThat(recorded.executions(Recorded.SUMMARY)).containsOnlyKeys("BATCH SELECT item");
  }

  @Test
  void theConnectionOfADriverInsideADriverIsTheOneThatCounts() throws Exception {
    SlottedConnection wrapper = new SlottedConnection();
    int outer = calls.connecting(SlottedStatements.wrappingDriver());
    connect(connection, URL);
    calls.connected(outer, wrapper, "jdbc:p6spy:postgresql://db:6432/shop");

    assertThat(wrapper.gnomon$slot()).isNull();
    assertThat(connection.gnomon$slot()).isInstanceOf(ConnectionState.class);
    assertThat(calls.connecting(SlottedStatements.wrappingDriver())).isZero();
  }

  @Test
  void whatADriverExecutesToConnectIsPartOfTheConnect() throws Exception {
    Driver driver = SlottedStatements.driverOfStatements();
    int token = calls.connecting(driver);
    assertThat(calls.executing(SlottedStatements.statement())).isZero();
    calls.connected(token, connection, URL);
    execute(SlottedStatements.statement(), "SELECT 1", null);
    assertThat(recorded.executions()).isEqualTo(1);
  }

  @Test
  void aDriverThatRefusesAUrlMakesNoWrapper() throws Exception {
    SlottedConnection made = new SlottedConnection();
    int outer = calls.connecting(SlottedStatements.wrappingDriver());
    connect(null, URL);
    calls.connected(outer, made, "jdbc:other:x");

    assertThat(made.gnomon$slot()).isInstanceOf(ConnectionState.class);
  }

  @Test
  void aStatementKeepsWhatItWasWhenItIsUsedAfterItsEnd() throws Exception {
    connect(connection, URL);
    Statement statement = SlottedStatements.statement();
    calls.prepared(connection, statement, SQL);
    execute(statement, null, null);
    calls.closed(statement);
    calls.closed(statement);
    execute(statement, null, new SQLException("closed", "55000"));
    Statement other = SlottedStatements.statement();
    calls.prepared(connection, other, "DELETE FROM item");
    execute(other, null, null);

    assertThat(recorded.executions(Recorded.SUMMARY))
        .containsOnly(Map.entry("SELECT item", 2L), Map.entry("DELETE item", 1L));
  }

  @Test
  void aStateThatServesAgainTellsNothingOfTheStatementBefore() throws Exception {
    connect(connection, URL);
    Statement statement = SlottedStatements.statement();
    calls.prepared(connection, statement, SQL);
    execute(statement, null, null);
    Object state = SlottedStatements.left(statement);
    calls.closed(statement);

    Statement unseen = SlottedStatements.statement();
    calls.batched(unseen, null);
    assertThat(SlottedStatements.left(unseen)).isSameAs(state);
    executeBatch(unseen);
    calls.closed(unseen);
    Statement ofUnknown = SlottedStatements.statement();
    calls.prepared(new SlottedConnection(), ofUnknown, SQL);
    assertThat(SlottedStatements.left(ofUnknown)).isSameAs(state);
    execute(ofUnknown, null, null);

    assertThat(recorded.executions(Recorded.SUMMARY))
        .containsOnly(Map.entry("SELECT item", 2L), Map.entry("unknown", 1L));
    assertThat(recorded.number(JdbcCalls.WITHOUT_ADDRESS.name())).isEqualTo(2);
  }

  @Test
  void aWrapperWithoutASlotIsNotAskedForWhatIsLeft() throws Exception {
    connect(connection, URL);
    Statement statement = SlottedStatements.statement();
    calls.prepared(connection, statement, SQL);
    Statement proxy = SlottedStatements.proxied();
    calls.prepared(SlottedStatements.proxiedConnection(), proxy, SQL);
    assertThat(calls.left(proxy)).isNotNull();
    int outer = calls.executing(proxy);
    execute(statement, null, null);
    calls.executed(outer, proxy, null, null, null);
    assertThat(calls.left(proxy)).isNull();
  }

  @Test
  void aFailureIsToldWithItsCode() throws Exception {
    connect(connection, URL);
    Statement statement = SlottedStatements.statement();
    calls.created(connection, statement);
    execute(statement, "SELECT 1", new SQLException("secret 'x'", "42P01"));

    AttributeSet series = recorded.onlySeries();
    assertThat(series.get(AttributeNames.ERROR_TYPE)).isEqualTo("42P01");
    assertThat(series.get(AttributeNames.DB_RESPONSE_STATUS_CODE)).isEqualTo("42P01");
  }

  @Test
  void connectionsThatWereNeverSeenAreCountedAsSuch() throws Exception {
    Statement statement = SlottedStatements.statement();
    calls.prepared(connection, statement, SQL);
    execute(statement, null, null);
    execute(statement, null, null);
    calls.created(connection, statement);
    execute(SlottedStatements.statement(), "SELECT 1", null);
    execute(SlottedStatements.statement(), null, null);

    assertThat(recorded.number(JdbcCalls.WITHOUT_ADDRESS.name())).isEqualTo(4);
    assertThat(recorded.executions(AttributeNames.DB_SYSTEM_NAME))
        .containsExactly(Map.entry("other_sql", 4L));
  }

  @Test
  void aProxyIsNeverCalled() {
    Statement proxy = SlottedStatements.proxied();
    connect(SlottedStatements.proxiedConnection(), URL);
    calls.prepared(SlottedStatements.proxiedConnection(), proxy, SQL);
    execute(proxy, null, null);

    assertThat(recorded.executions(Recorded.SUMMARY)).containsExactly(Map.entry("SELECT item", 1L));
  }

  @Test
  void aProxyAroundADriverIsAWrapperFromItsFirstCallOn() throws Exception {
    connect(connection, URL);
    Statement proxy = SlottedStatements.proxied();
    Statement statement = SlottedStatements.statement();
    calls.prepared(connection, statement, SQL);

    int outer = calls.executing(proxy);
    execute(statement, null, null);
    calls.executed(outer, proxy, null, null, null);

    assertThat(calls.executing(proxy)).isZero();
    execute(statement, null, null);
    assertThat(recorded.executions()).isEqualTo(2);
    assertThat(recorded.number(JdbcCalls.WITHOUT_ADDRESS.name())).isZero();
  }

  @Test
  void urlsThatDifferInASecretAreOneDatabase() throws Exception {
    for (String password : new String[] {"a", "b"}) {
      SlottedConnection other = new SlottedConnection();
      connect(other, "jdbc:mysql://db/shop?password=" + password);
      Statement statement = SlottedStatements.statement();
      calls.prepared(other, statement, SQL);
      execute(statement, null, null);
    }

    assertThat(recorded.executions(AttributeNames.DB_SYSTEM_NAME))
        .containsExactly(Map.entry("mysql", 2L));
    assertThat(recorded.onlySeries().get(AttributeNames.DB_NAMESPACE)).isEqualTo("shop");
  }

  @Test
  void whatIsNoStatementIsNotTimed() {
    assertThat(calls.executing("not a statement")).isZero();
  }

  @Test
  void aFailureOfOursIsCountedAndForgetsTheNest() throws Exception {
    Statement statement = SlottedStatements.statement();
    assertThat(calls.executing(statement)).isEqualTo(1);
    assertThat(calls.executing(statement)).isZero();
    calls.failed(new IllegalStateException("ours"));

    assertThat(calls.executing(statement)).isEqualTo(1);
    calls.failed(new IllegalStateException("ours"));
    assertThat(recorded.number("gnomon.agent.failures")).isEqualTo(2);
  }

  @Test
  void aStateThatAnotherThreadGivesBackServesNobodyTwice() throws Exception {
    connect(connection, URL);
    Statement statement = SlottedStatements.statement();
    calls.prepared(connection, statement, SQL);
    Object state = SlottedStatements.left(statement);
    Thread other = new Thread(() -> calls.closed(statement));
    other.start();
    other.join();
    Statement next = SlottedStatements.statement();
    calls.prepared(connection, next, SQL);
    assertThat(SlottedStatements.left(next)).isNotSameAs(state);
  }

  @Test
  void theQueriesOfAConnectionOutsideRequestsAreOneUnitOfWork() throws Exception {
    Recorded sensitive = new Recorded(5, 0);
    ProbedCalls watching = new ProbedCalls(sensitive.core, JdbcSettings.defaults());
    for (int unit = 0; unit < 2; unit++) {
      SlottedConnection held = new SlottedConnection();
      watching.connected(watching.connecting(SlottedStatements.driver()), held, URL);
      for (int i = 0; i < 5; i++) {
        Statement statement = SlottedStatements.statement();
        watching.prepared(held, statement, i == 0 ? "SELECT id FROM orders" : SQL);
        for (int n = 0; n <= i; n++) {
          watching.executed(watching.executing(statement), statement, null, null, null);
        }
      }
      assertThat(sensitive.log).hasSize(unit);
      watching.closed(held);
    }

    assertThat(sensitive.number("gnomon.db.n_plus_one")).isEqualTo(2);
    assertThat(sensitive.log).singleElement();
    assertThat(sensitive.log.get(0)).startsWith("N+1: SELECT item on postgresql shop ran 14 times");
  }

  @Test
  void aStatementMayBeSharedByThreads() throws Exception {
    connect(connection, URL);
    Statement statement = SlottedStatements.statement();
    calls.prepared(connection, statement, SQL);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Thread thread =
          new Thread(
              () -> {
                for (int n = 0; n < 5_000; n++) {
                  calls.prepared(connection, statement, SQL);
                  calls.executed(calls.executing(statement), statement, null, null, null);
                }
              });
      threads.add(thread);
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(recorded.executions(Recorded.SUMMARY))
        .containsExactly(Map.entry("SELECT item", 20_000L));
  }

  @Test
  void prepareExecuteCloseDoesNotAllocate() throws Exception {
    connect(connection, URL);
    Statement statement = SlottedStatements.statement();
    Statement plain = SlottedStatements.statement();
    calls.created(connection, plain);
    work(statement, plain, 30_000);

    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int attempt = 0; attempt < 5; attempt++) {
      long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
      work(statement, plain, 10_000);
      long after = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
      least = Math.min(least, after - before);
    }
    assertThat(least / 10_000).isZero();
  }

  private void work(Statement statement, Statement plain, int times) {
    for (int i = 0; i < times; i++) {
      calls.prepared(connection, statement, SQL);
      int token = calls.executing(statement);
      calls.executed(token, statement, null, null, null);
      calls.closed(statement);
      int plainToken = calls.executing(plain);
      calls.executed(plainToken, plain, SQL, null, null);
    }
  }
}
