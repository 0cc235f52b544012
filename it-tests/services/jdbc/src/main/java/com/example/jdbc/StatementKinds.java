package com.example.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** Those of {@code java.sql.Statement}. */
final class StatementKinds {

  private static final int[] FIRST_COLUMN = {1};

  /** What a kind does with a new statement. */
  @FunctionalInterface
  private interface Use {
    void once(Statement statement, Sql sql) throws SQLException;
  }

  private StatementKinds() {}

  static void addTo(Map<String, Kind> kinds) {
    add(kinds, "statement_execute", (s, sql) -> s.execute(sql.select()));
    add(kinds, "statement_query", (s, sql) -> read(s.executeQuery(sql.select())));
    add(kinds, "statement_update", (s, sql) -> s.executeUpdate(sql.update()));
    add(kinds, "statement_large_update", (s, sql) -> s.executeLargeUpdate(sql.update()));
    kinds.put("statement_scrollable", StatementKinds::scrollable);
    kinds.put("statement_holdable", StatementKinds::holdable);
    addWithKeys(kinds);
    addBatches(kinds);
  }

  private static void addWithKeys(Map<String, Kind> kinds) {
    int keys = Statement.RETURN_GENERATED_KEYS;
    add(kinds, "execute_key_flag", (s, sql) -> keys(s, s.execute(sql.insert(), keys)));
    add(kinds, "execute_key_index", (s, sql) -> keys(s, s.execute(sql.insert(), FIRST_COLUMN)));
    add(kinds, "execute_key_name", (s, sql) -> keys(s, s.execute(sql.insert(), sql.keyNames())));
    add(kinds, "update_key_flag", (s, sql) -> keys(s, s.executeUpdate(sql.insert(), keys)));
    add(
        kinds,
        "update_key_index",
        (s, sql) -> keys(s, s.executeUpdate(sql.insert(), FIRST_COLUMN)));
    add(
        kinds,
        "update_key_name",
        (s, sql) -> keys(s, s.executeUpdate(sql.insert(), sql.keyNames())));
    add(
        kinds,
        "large_update_key_flag",
        (s, sql) -> keys(s, s.executeLargeUpdate(sql.insert(), keys)));
    add(
        kinds,
        "large_update_key_index",
        (s, sql) -> keys(s, s.executeLargeUpdate(sql.insert(), FIRST_COLUMN)));
    add(
        kinds,
        "large_update_key_name",
        (s, sql) -> keys(s, s.executeLargeUpdate(sql.insert(), sql.keyNames())));
  }

  private static void addBatches(Map<String, Kind> kinds) {
    add(kinds, "statement_batch", (s, sql) -> batch(s, sql.insert(), 3).executeBatch());
    add(kinds, "statement_large_batch", (s, sql) -> batch(s, sql.insert(), 3).executeLargeBatch());
    add(kinds, "statement_batch_of_one", (s, sql) -> batch(s, sql.insert(), 1).executeBatch());
    add(
        kinds,
        "statement_batch_differing",
        (s, sql) -> batch(batch(s, sql.insert(), 1), sql.update(), 1).executeBatch());
    add(
        kinds,
        "statement_clear_batch",
        (s, sql) -> {
          batch(s, sql.update(), 2).clearBatch();
          batch(s, sql.insert(), 2).executeBatch();
        });
  }

  private static void add(Map<String, Kind> kinds, String name, Use use) {
    kinds.put(
        name,
        (connection, sql) -> {
          try (Statement statement = connection.createStatement()) {
            use.once(statement, sql);
          }
        });
  }

  private static void scrollable(Connection connection, Sql sql) throws SQLException {
    try (Statement statement =
        connection.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
      read(statement.executeQuery(sql.select()));
    }
  }

  private static void holdable(Connection connection, Sql sql) throws SQLException {
    try (Statement statement =
        connection.createStatement(
            ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY, connection.getHoldability())) {
      read(statement.executeQuery(sql.select()));
    }
  }

  private static Statement batch(Statement statement, String text, int times) throws SQLException {
    for (int i = 0; i < times; i++) {
      statement.addBatch(text);
    }
    return statement;
  }

  static void keys(Statement statement, Object done) throws SQLException {
    try (ResultSet keys = statement.getGeneratedKeys()) {
      if (!keys.next()) {
        throw new IllegalStateException("no key after " + done);
      }
    }
  }

  static void read(ResultSet rows) throws SQLException {
    try (rows) {
      while (rows.next()) {
        rows.getString(1);
      }
    }
  }
}
