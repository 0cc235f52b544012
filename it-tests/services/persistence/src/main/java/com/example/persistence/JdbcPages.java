package com.example.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Orders by plain JDBC. */
final class JdbcPages {

  private static final String ORDERS = "SELECT id FROM orders ORDER BY id";
  private static final int FEW = 4;

  private final DataSource pool;

  JdbcPages(DataSource pool) {
    this.pool = pool;
  }

  Map<String, Page> all() {
    Map<String, Page> pages = new LinkedHashMap<>();
    pages.put("/jdbc/one-by-one", () -> inTransaction(JdbcPages::oneByOne));
    pages.put("/jdbc/slow", () -> inTransaction(JdbcPages::slow));
    pages.put("/jdbc/writes", () -> inTransaction(JdbcPages::writes));
    pages.put("/jdbc/connections", this::aConnectionEach);
    pages.put("/jdbc/few", () -> inTransaction(JdbcPages::few));
    pages.put("/jdbc/shapes", () -> inTransaction(JdbcPages::shapes));
    pages.put("/jdbc/batch", () -> inTransaction(JdbcPages::batches));
    pages.put("/jdbc/alone", () -> inTransaction(JdbcPages::alone));
    return pages;
  }

  private interface Work {
    void in(Connection connection) throws SQLException;
  }

  private void inTransaction(Work work) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      work.in(connection);
      connection.commit();
    }
  }

  static List<Long> orders(Connection connection) throws SQLException {
    List<Long> ids = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(ORDERS);
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        ids.add(rows.getLong(1));
      }
    }
    return ids;
  }

  private static void oneByOne(Connection connection) throws SQLException {
    for (long order : orders(connection)) {
      run(connection, "SELECT id, product_id FROM item WHERE order_id = ?", order);
    }
  }

  private static void slow(Connection connection) throws SQLException {
    for (long order : orders(connection)) {
      run(connection, "SELECT id, pg_sleep(0.01) FROM item WHERE id = ?", order);
    }
  }

  private static void writes(Connection connection) throws SQLException {
    for (long order : orders(connection)) {
      run(connection, "UPDATE orders SET customer = 'x' WHERE id = ?", order);
    }
  }

  private void aConnectionEach() throws SQLException {
    List<Long> ids;
    try (Connection connection = pool.getConnection()) {
      ids = orders(connection);
    }
    for (long order : ids) {
      try (Connection connection = pool.getConnection()) {
        run(connection, "SELECT product_id FROM item WHERE order_id = ?", order);
      }
    }
  }

  private static void few(Connection connection) throws SQLException {
    for (long order : orders(connection).subList(0, FEW)) {
      run(connection, "SELECT count(*) FROM item WHERE order_id = ?", order);
    }
  }

  private static void shapes(Connection connection) throws SQLException {
    for (long order : orders(connection)) {
      run(connection, "SELECT id AS shape" + order + " FROM item WHERE order_id = ?", order);
    }
  }

  private static void batches(Connection connection) throws SQLException {
    for (long order : orders(connection)) {
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT INTO note VALUES (?, 'n')")) {
        for (int i = 0; i < FEW; i++) {
          insert.setLong(1, order);
          insert.addBatch();
        }
        insert.executeBatch();
      }
    }
  }

  private static void alone(Connection connection) throws SQLException {
    for (long order = 0; order < Schema.ORDERS; order++) {
      run(connection, "SELECT customer FROM orders WHERE id = ?", order);
    }
  }

  static void run(Connection connection, String sql, long parameter) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, parameter);
      statement.execute();
    }
  }
}
