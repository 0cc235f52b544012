package io.gnomon.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.core.attributes.AttributeSet;
import io.gnomon.core.metrics.HistogramPoint;
import io.gnomon.jdbc.SlottedStatements.SlottedConnection;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

class TransactionsTest {

  private static final String URL = "jdbc:postgresql://db/shop";
  private static final String DURATION = "gnomon.db.transaction.duration";
  private static final String QUERIES = "gnomon.db.transaction.queries";
  private static final String OPERATION = "gnomon.db.transaction.operation.duration";
  private static final String COMMIT = "commit()";
  private static final String ROLLBACK = "rollback()";

  private final Recorded recorded = new Recorded();
  private final ProbedCalls calls = new ProbedCalls(recorded.core, JdbcSettings.defaults());
  private final Connection connection = SlottedConnection.asConnection();

  TransactionsTest() {
    connect(connection);
  }

  private void connect(Object made) {
    calls.connected(calls.connecting(SlottedStatements.driver()), made, URL);
  }

  private void autoCommit(boolean on) {
    calls.autoCommitSet(calls.calling(connection), connection, on, null);
  }

  private void call(String method, Throwable thrown) {
    calls.called(calls.calling(connection), connection, method, thrown);
  }

  private void query(int times) throws Exception {
    Statement statement = SlottedStatements.statement();
    calls.created(connection, statement);
    for (int i = 0; i < times; i++) {
      calls.executed(calls.executing(statement), statement, "SELECT 1", null, null);
    }
  }

  private static Object outcome(HistogramPoint point) {
    return point.attributes().get("gnomon.db.transaction.outcome");
  }

  @Test
  void aTransactionLastsFromItsFirstQueryToItsEnd() throws Exception {
    autoCommit(false);
    query(3);
    call(COMMIT, null);
    query(2);
    call(ROLLBACK, null);

    assertThat(recorded.histograms(DURATION))
        .extracting(TransactionsTest::outcome)
        .containsExactlyInAnyOrder("commit", "rollback");
    assertThat(recorded.histograms(QUERIES))
        .extracting(point -> outcome(point) + " " + point.sum())
        .containsExactlyInAnyOrder("commit 3", "rollback 2");
    AttributeSet place = recorded.histograms(DURATION).get(0).attributes();
    assertThat(place.get("db.system.name")).isEqualTo("postgresql");
    assertThat(place.get("db.namespace")).isEqualTo("shop");
  }

  @Test
  void withAutoCommitThereIsNoTransaction() throws Exception {
    query(3);
    autoCommit(false);
    call(COMMIT, null);
    autoCommit(true);
    query(3);
    assertThat(recorded.histograms(DURATION)).isEmpty();
    assertThat(recorded.histograms(OPERATION))
        .extracting(point -> point.attributes().get("gnomon.db.transaction.operation"))
        .containsExactlyInAnyOrder("commit", "set_auto_commit");
  }

  @Test
  void turningAutoCommitOnCommits() throws Exception {
    autoCommit(false);
    query(1);
    autoCommit(true);
    assertThat(recorded.histograms(DURATION))
        .singleElement()
        .satisfies(point -> assertThat(outcome(point)).isEqualTo("commit"));
  }

  @Test
  void whoEndsTransactionsHasBegunThemByAnOptionOfTheUrl() throws Exception {
    query(1);
    call(COMMIT, null);
    assertThat(recorded.histograms(DURATION)).isEmpty();
    query(4);
    call(COMMIT, null);
    assertThat(recorded.histograms(QUERIES))
        .singleElement()
        .satisfies(point -> assertThat(point.sum()).isEqualTo(4));
  }

  @Test
  void aRollbackInAutoCommitModeOpensNothing() throws Exception {
    call(ROLLBACK, new SQLException("auto-commit is on", "25P01"));
    query(5);
    autoCommit(false);
    query(1);
    call(COMMIT, null);
    call(ROLLBACK, null);
    autoCommit(true);
    call(ROLLBACK, null);
    query(5);
    autoCommit(false);
    query(2);
    call(COMMIT, null);

    assertThat(recorded.histograms(QUERIES))
        .singleElement()
        .satisfies(
            point -> {
              assertThat(point.count()).isEqualTo(2);
              assertThat(point.sum()).isEqualTo(3);
            });
  }

  @Test
  void aGuessThatWasWrongIsForgotten() throws Exception {
    call(ROLLBACK, null);
    query(7);
    autoCommit(false);
    query(1);
    call(COMMIT, null);
    assertThat(recorded.histograms(QUERIES).get(0).sum()).isEqualTo(1);
  }

  @Test
  void savepointsAreTimedAndEndNothing() throws Exception {
    autoCommit(false);
    query(1);
    call("setSavepoint(java.lang.String)", null);
    query(1);
    call("rollback(java.sql.Savepoint)", null);
    call("setSavepoint()", null);
    call("releaseSavepoint(java.sql.Savepoint)", null);
    call(COMMIT, null);
    assertThat(recorded.histograms(OPERATION))
        .extracting(
            point ->
                point.attributes().get("gnomon.db.transaction.operation") + " " + point.count())
        .containsExactlyInAnyOrder(
            "set_auto_commit 1",
            "set_savepoint 2",
            "rollback_to_savepoint 1",
            "release_savepoint 1",
            "commit 1");
    assertThat(recorded.histograms(QUERIES).get(0).sum()).isEqualTo(2);
  }

  @Test
  void aCommitThatFailsIsToldWithItsState() throws Exception {
    autoCommit(false);
    query(1);
    call(COMMIT, new SQLException("could not serialize", "40001"));
    for (String name : List.of(DURATION, QUERIES)) {
      assertThat(recorded.histograms(name))
          .singleElement()
          .satisfies(
              point -> {
                assertThat(outcome(point)).isEqualTo("commit");
                assertThat(point.attributes().get("error.type")).isEqualTo("40001");
              });
    }
  }

  @Test
  void theConnectionOfAWrapperIsNotLookedAt() {
    assertThat(calls.calling(SlottedConnection.asConnection())).isZero();
    assertThat(calls.calling("no connection")).isZero();
  }
}
