package io.gnomon.it.jdbc;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The kinds of statements that the service runs, each on a table of its own, and what has to be
 * counted for one round of each. An operation is written as its summary with {@code t}, {@code p}
 * or {@code missing} for the kind's table, procedure, or table that is not there; before it stand
 * {@code 2} if it is run twice and {@code !} if it fails.
 */
enum StatementKind {
  STATEMENT_EXECUTE(Group.STATEMENT, "SELECT t"),
  STATEMENT_QUERY(Group.STATEMENT, "SELECT t"),
  STATEMENT_UPDATE(Group.STATEMENT, "UPDATE t"),
  STATEMENT_LARGE_UPDATE(Group.STATEMENT, "UPDATE t"),
  STATEMENT_SCROLLABLE(Group.STATEMENT, "SELECT t"),
  STATEMENT_HOLDABLE(Group.STATEMENT, "SELECT t"),
  EXECUTE_KEY_FLAG(Group.KEYS, "INSERT t"),
  EXECUTE_KEY_INDEX(Group.KEYS, "INSERT t"),
  EXECUTE_KEY_NAME(Group.KEYS, "INSERT t"),
  UPDATE_KEY_FLAG(Group.KEYS, "INSERT t"),
  UPDATE_KEY_INDEX(Group.KEYS, "INSERT t"),
  UPDATE_KEY_NAME(Group.KEYS, "INSERT t"),
  LARGE_UPDATE_KEY_FLAG(Group.KEYS, "INSERT t"),
  LARGE_UPDATE_KEY_INDEX(Group.KEYS, "INSERT t"),
  LARGE_UPDATE_KEY_NAME(Group.KEYS, "INSERT t"),
  STATEMENT_BATCH(Group.BATCH, "BATCH INSERT t"),
  STATEMENT_LARGE_BATCH(Group.BATCH, "BATCH INSERT t"),
  STATEMENT_BATCH_OF_ONE(Group.BATCH, "INSERT t"),
  STATEMENT_BATCH_DIFFERING(Group.BATCH, "BATCH"),
  STATEMENT_CLEAR_BATCH(Group.BATCH, "BATCH INSERT t"),
  PREPARED_EXECUTE(Group.PREPARED, "SELECT t"),
  PREPARED_QUERY(Group.PREPARED, "SELECT t"),
  PREPARED_UPDATE(Group.PREPARED, "UPDATE t"),
  PREPARED_LARGE_UPDATE(Group.PREPARED, "UPDATE t"),
  PREPARED_SCROLLABLE(Group.PREPARED, "SELECT t"),
  PREPARED_HOLDABLE(Group.PREPARED, "SELECT t"),
  PREPARED_KEY_FLAG(Group.PREPARED_KEYS, "INSERT t"),
  PREPARED_KEY_INDEX(Group.PREPARED_KEYS, "INSERT t"),
  PREPARED_KEY_NAME(Group.PREPARED_KEYS, "INSERT t"),
  PREPARED_BATCH(Group.PREPARED_BATCH, "BATCH INSERT t"),
  PREPARED_LARGE_BATCH(Group.PREPARED_BATCH, "BATCH INSERT t"),
  PREPARED_BATCH_OF_ONE(Group.PREPARED_BATCH, "INSERT t"),
  PREPARED_CLEAR_BATCH(Group.PREPARED_BATCH, "BATCH INSERT t"),
  PREPARED_BATCH_THEN_UPDATE(Group.PREPARED_BATCH, "BATCH INSERT t", "INSERT t"),
  CALL_EXECUTE(Group.CALL, "call p"),
  CALL_QUERY(Group.CALL, "call p"),
  CALL_UPDATE(Group.CALL, "call p"),
  SEVERAL_RESULTS(Group.USE, "SELECT t SELECT t"),
  FAILING_STATEMENT(Group.USE, "!SELECT missing"),
  FAILING_PREPARED(Group.USE, "INSERT t", "!INSERT t"),
  FAILING_BATCH(Group.USE, "!BATCH INSERT t"),
  TWO_THREADS(Group.USE, "2SELECT t"),
  CLOSED_TWICE(Group.USE, "SELECT t"),
  USED_AGAIN(Group.USE, "2SELECT t"),
  OTHER_TEXT(Group.USE, "SELECT t", "INSERT t"),
  UNWRAPPED(Group.USE, "SELECT t");

  /** What is one column in the README. */
  enum Group {
    STATEMENT("`Statement`"),
    KEYS("with keys"),
    BATCH("its batches"),
    PREPARED("`PreparedStatement`"),
    PREPARED_KEYS("with keys"),
    PREPARED_BATCH("its batches"),
    CALL("`CallableStatement`"),
    USE("failing, shared, used again");

    final String title;

    Group(String title) {
      this.title = title;
    }

    List<StatementKind> kinds() {
      return List.of(StatementKind.values()).stream().filter(kind -> kind.group == this).toList();
    }
  }

  final Group group;
  private final List<String> operations;

  StatementKind(Group group, String... operations) {
    this.group = group;
    this.operations = List.of(operations);
  }

  /** As the service calls it. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What has to be counted: how often by summary, with a {@code !} before those that fail. */
  Map<String, Double> expected(int rounds) {
    Map<String, Double> expected = new TreeMap<>();
    for (String operation : operations) {
      boolean twice = operation.startsWith("2");
      String summary = twice ? operation.substring(1) : operation;
      expected.merge(named(summary), (double) (twice ? 2 * rounds : rounds), Double::sum);
    }
    return expected;
  }

  private String named(String summary) {
    return summary.replaceAll("\\b(t|p|missing)\\b", "$1_" + id());
  }

  /** Whether a summary is of this kind. */
  boolean concerns(String summary) {
    if (operations.contains(summary)) {
      return true;
    }
    for (String word : summary.split(" ", -1)) {
      if (word.matches("(t|p|missing)_" + id())) {
        return !summary.startsWith("CREATE");
      }
    }
    return false;
  }
}
