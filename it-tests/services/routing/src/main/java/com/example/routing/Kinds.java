package com.example.routing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is run, each on a table of its own. */
final class Kinds {

  /** One of them. */
  @FunctionalInterface
  interface Kind {
    void once(Connection connection, String table, int round) throws SQLException;
  }

  private static final int BATCH = 4;

  private Kinds() {}

  static Map<String, Kind> all() {
    Map<String, Kind> kinds = new LinkedHashMap<>();
    kinds.put("r_query_of_all", Kinds::queryOfAll);
    kinds.put("r_query_of_one", Kinds::queryOfOne);
    kinds.put("r_update_of_all", Kinds::updateOfAll);
    kinds.put("r_insert", Kinds::insert);
    kinds.put("r_batch", Kinds::batch);
    return kinds;
  }

  private static void queryOfAll(Connection connection, String table, int round)
      throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT name FROM " + table)) {
      rows.next();
    }
  }

  private static void queryOfOne(Connection connection, String table, int round)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT name FROM " + table + " WHERE id = ?")) {
      statement.setInt(1, 1);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
      }
    }
  }

  private static void updateOfAll(Connection connection, String table, int round)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate("UPDATE " + table + " SET name = 'b'");
    }
  }

  private static void insert(Connection connection, String table, int round) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(insertInto(table))) {
      statement.setInt(1, round);
      statement.executeUpdate();
    }
  }

  private static void batch(Connection connection, String table, int round) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(insertInto(table))) {
      for (int i = 0; i < BATCH; i++) {
        statement.setInt(1, round * BATCH + i);
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private static String insertInto(String table) {
    return "INSERT INTO " + table + " (id, name) VALUES (?, 'a')";
  }
}
