package com.example.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** Those of {@code java.sql.PreparedStatement}. */
final class PreparedKinds {

  private static final int[] FIRST_COLUMN = {1};

  /** Makes the statement of a kind. */
  @FunctionalInterface
  private interface Prepare {
    PreparedStatement of(Connection connection, Sql sql) throws SQLException;
  }

  /** What a kind does with a new statement. */
  @FunctionalInterface
  private interface Use {
    void once(PreparedStatement statement) throws SQLException;
  }

  private static final Prepare SELECT = (c, sql) -> c.prepareStatement(sql.selectById());
  private static final Prepare INSERT = (c, sql) -> c.prepareStatement(sql.insertValue());
  private static final Prepare UPDATE = (c, sql) -> c.prepareStatement(sql.updateValue());

  private PreparedKinds() {}

  static void addTo(Map<String, Kind> kinds) {
    add(kinds, "prepared_execute", SELECT, s -> byId(s).execute());
    add(kinds, "prepared_query", SELECT, s -> StatementKinds.read(byId(s).executeQuery()));
    add(kinds, "prepared_update", UPDATE, s -> named(s).executeUpdate());
    add(kinds, "prepared_large_update", UPDATE, s -> named(s).executeLargeUpdate());
    addOfOtherForms(kinds);
    add(kinds, "prepared_batch", INSERT, s -> batch(s, 3).executeBatch());
    add(kinds, "prepared_large_batch", INSERT, s -> batch(s, 3).executeLargeBatch());
    add(kinds, "prepared_batch_of_one", INSERT, s -> batch(s, 1).executeBatch());
    add(
        kinds,
        "prepared_clear_batch",
        INSERT,
        s -> {
          batch(s, 3).clearBatch();
          batch(s, 2).executeBatch();
        });
    add(
        kinds,
        "prepared_batch_then_update",
        INSERT,
        s -> {
          batch(s, 2).executeBatch();
          named(s).executeUpdate();
        });
  }

  private static void addOfOtherForms(Map<String, Kind> kinds) {
    int forward = ResultSet.TYPE_FORWARD_ONLY;
    int readOnly = ResultSet.CONCUR_READ_ONLY;
    add(
        kinds,
        "prepared_scrollable",
        (c, sql) -> c.prepareStatement(sql.selectById(), forward, readOnly),
        s -> StatementKinds.read(byId(s).executeQuery()));
    add(
        kinds,
        "prepared_holdable",
        (c, sql) -> c.prepareStatement(sql.selectById(), forward, readOnly, c.getHoldability()),
        s -> StatementKinds.read(byId(s).executeQuery()));
    add(
        kinds,
        "prepared_key_flag",
        (c, sql) -> c.prepareStatement(sql.insertValue(), Statement.RETURN_GENERATED_KEYS),
        s -> StatementKinds.keys(s, named(s).executeUpdate()));
    add(
        kinds,
        "prepared_key_index",
        (c, sql) -> c.prepareStatement(sql.insertValue(), FIRST_COLUMN),
        s -> StatementKinds.keys(s, named(s).executeUpdate()));
    add(
        kinds,
        "prepared_key_name",
        (c, sql) -> c.prepareStatement(sql.insertValue(), sql.keyNames()),
        s -> StatementKinds.keys(s, named(s).execute()));
  }

  private static void add(Map<String, Kind> kinds, String name, Prepare prepare, Use use) {
    kinds.put(
        name,
        (connection, sql) -> {
          try (PreparedStatement statement = prepare.of(connection, sql)) {
            use.once(statement);
          }
        });
  }

  private static PreparedStatement byId(PreparedStatement statement) throws SQLException {
    statement.setInt(1, 1);
    return statement;
  }

  private static PreparedStatement named(PreparedStatement statement) throws SQLException {
    statement.setString(1, "c");
    return statement;
  }

  private static PreparedStatement batch(PreparedStatement statement, int times)
      throws SQLException {
    for (int i = 0; i < times; i++) {
      named(statement).addBatch();
    }
    return statement;
  }
}
