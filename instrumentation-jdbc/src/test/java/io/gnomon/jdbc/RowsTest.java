package io.gnomon.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.core.events.Event;
import io.gnomon.core.settings.LayeredSettings;
import io.gnomon.jdbc.SlottedStatements.SlottedConnection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class RowsTest {

  private static final String URL = "jdbc:postgresql://db/shop";
  private static final String SQL = "SELECT name FROM item";
  private static final String ROWS = "db.client.response.returned_rows";
  private static final String FETCHES = "gnomon.db.fetch.duration";

  private final Recorded recorded = new Recorded();
  private final SlottedConnection connection = new SlottedConnection();
  private ProbedCalls calls = new ProbedCalls(recorded.core, JdbcSettings.defaults());

  private static JdbcSettings settings(String... namesAndValues) {
    Properties properties = new Properties();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      properties.setProperty(namesAndValues[i], namesAndValues[i + 1]);
    }
    return JdbcSettings.read(new LayeredSettings(properties, Map.of(), null));
  }

  private Statement prepared() throws Exception {
    calls.connected(calls.connecting(SlottedStatements.driver()), connection, URL);
    Statement statement = SlottedStatements.statement();
    calls.prepared(connection, statement, SQL);
    return statement;
  }

  private void execute(Statement statement, Object result) {
    calls.executed(calls.executing(statement), statement, null, result, null);
  }

  private void read(Object result, int rows) {
    for (int i = 0; i < rows; i++) {
      next(result, true);
    }
  }

  private void next(Object result, boolean row) {
    int token = calls.advancing(result);
    if (token != 0) {
      calls.advanced(token, result, row);
    }
  }

  private String counted() {
    StringBuilder text = new StringBuilder();
    recorded
        .histograms(ROWS)
        .forEach(point -> text.append(point.count()).append(" results, ").append(point.sum()));
    return text.toString();
  }

  @Test
  void rowsAreCountedWhenThereAreNoMore() throws Exception {
    ResultSet result = SlottedStatements.result(0);
    execute(prepared(), result);
    read(result, 7);
    assertThat(counted()).isEmpty();
    next(result, false);
    calls.closed(result);
    assertThat(counted()).isEqualTo("1 results, 7");
    assertThat(recorded.histograms(ROWS).get(0).attributes().get("db.query.summary"))
        .isEqualTo("SELECT item");
  }

  @Test
  void rowsAreCountedWhenTheResultItsStatementOrAnotherExecutionEndsIt() throws Exception {
    Statement statement = prepared();
    ResultSet first = SlottedStatements.result(0);
    execute(statement, first);
    read(first, 1);
    calls.closed(first);
    ResultSet second = SlottedStatements.result(0);
    execute(statement, second);
    read(second, 10);
    ResultSet third = SlottedStatements.result(0);
    execute(statement, third);
    read(third, 100);
    next(second, true);
    calls.closed(statement);
    next(third, true);
    assertThat(counted()).isEqualTo("3 results, 111");
  }

  @Test
  void aResultThatIsAskedForCountsOnce() throws Exception {
    Statement statement = prepared();
    ResultSet result = SlottedStatements.result(0);
    execute(statement, null);
    calls.resultGot(statement, result);
    read(result, 2);
    calls.resultGot(statement, result);
    read(result, 2);
    next(result, false);
    calls.resultGot(statement, result);
    calls.closed(result);
    assertThat(counted()).isEqualTo("1 results, 4");
  }

  @Test
  void aCallOfNextInsideNextIsOneRow() throws Exception {
    ResultSet result = SlottedStatements.result(0);
    execute(prepared(), result);
    int outer = calls.advancing(result);
    assertThat(calls.advancing(result)).isZero();
    calls.advanced(outer, result, true);
    calls.closed(result);
    assertThat(counted()).isEqualTo("1 results, 1");
  }

  @Test
  void whatIsNoResultOfAQueryIsNotCounted() {
    assertThat(calls.advancing(SlottedStatements.result(0))).isZero();
    assertThat(calls.advancing("no result")).isZero();
  }

  @Test
  void oneRowMoreThanTheBoundFlagsTheResultOnce() throws Exception {
    calls = new ProbedCalls(recorded.core, settings("gnomon.jdbc.large-result", "5"));
    Statement statement = prepared();
    for (int rows = 4; rows <= 8; rows++) {
      ResultSet result = SlottedStatements.result(0);
      execute(statement, result);
      read(result, rows);
      calls.closed(result);
    }
    assertThat(recorded.number("gnomon.db.large_results")).isEqualTo(3);
    assertThat(recorded.log)
        .hasSizeGreaterThanOrEqualTo(1)
        .allMatch(line -> line.contains("SELECT item on postgresql shop gave more than 5 rows"));
    Event event = recorded.core.events().drain(1).get(0);
    assertThat(event.name()).isEqualTo("gnomon.db.large_result");
    assertThat(event.attributes().get("gnomon.db.large_result.rows")).isEqualTo(5L);
    assertThat(event.attributes().get("db.query.text")).isEqualTo(SQL);
  }

  @Test
  void fetchingIsTimedOnRequestForTheFirstRowAndEachRefill() throws Exception {
    recorded.clockStepNanos = 1_000;
    calls = new ProbedCalls(recorded.core, settings("gnomon.jdbc.fetch.enabled", "true"), recorded);
    ResultSet result = SlottedStatements.result(10);
    execute(prepared(), result);
    read(result, 25);
    calls.closed(result);
    assertThat(recorded.histograms(FETCHES)).singleElement();
    assertThat(recorded.histograms(FETCHES).get(0).count()).isEqualTo(1);
    assertThat(recorded.histograms(FETCHES).get(0).sum()).isEqualTo(3_000);
  }

  @Test
  void nothingIsCountedWhenItIsSwitchedOff() throws Exception {
    calls = new ProbedCalls(recorded.core, settings("gnomon.jdbc.rows.enabled", "false"));
    ResultSet result = SlottedStatements.result(0);
    execute(prepared(), result);
    assertThat(calls.advancing(result)).isZero();
  }
}
