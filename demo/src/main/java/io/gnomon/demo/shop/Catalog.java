package io.gnomon.demo.shop;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * The shop's tables and queries. Its faults are deliberate: reviews have no index on their text, an
 * order's lines are read one by one. Thread-safe as far as the data source is.
 */
final class Catalog {

  static final int PRODUCTS = 5_000;
  static final int ORDERS = 2_000;
  private static final int LINES_PER_ORDER = 12;
  private static final int REVIEWS = 150_000;

  private final DataSource database;

  Catalog(DataSource database) {
    this.database = database;
  }

  static void create(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE product (id int PRIMARY KEY, name text, price_cents int)");
      statement.execute(
          "CREATE TABLE order_line (order_id int, line int, product_id int,"
              + " PRIMARY KEY (order_id, line))");
      statement.execute("CREATE TABLE review (id int PRIMARY KEY, product_id int, body text)");
      statement.execute(
          "INSERT INTO product SELECT n, 'product ' || n, n % 9000 FROM generate_series(1, "
              + PRODUCTS
              + ") n");
      statement.execute(
          "INSERT INTO order_line SELECT n / "
              + LINES_PER_ORDER
              + ", n % "
              + LINES_PER_ORDER
              + ", 1 + n % "
              + PRODUCTS
              + " FROM generate_series(0, "
              + (ORDERS * LINES_PER_ORDER - 1)
              + ") n");
      statement.execute(
          "INSERT INTO review SELECT n, 1 + n % "
              + PRODUCTS
              + ", repeat(md5(n::text), 4) FROM generate_series(1, "
              + REVIEWS
              + ") n");
      statement.execute("ANALYZE");
    }
  }

  /** One query by primary key. */
  String product(int id) throws SQLException {
    try (Connection connection = database.getConnection()) {
      return productName(connection, id);
    }
  }

  private static String productName(Connection connection, int id) throws SQLException {
    String sql = "SELECT name, price_cents FROM product WHERE id = ?";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setInt(1, id);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? row.getString(1) + " at " + row.getInt(2) : "no such product";
      }
    }
  }

  /** Reads every review: the text has no index, and the words are literals in the query. */
  int reviewsWith(String word) throws SQLException {
    String safe = word.replace("'", "''");
    String sql =
        "SELECT count(*) FROM review r JOIN product p ON p.id = r.product_id"
            + " WHERE r.body ILIKE '%"
            + safe
            + "%' AND md5(r.body) <> '"
            + safe
            + "'";
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getInt(1);
    }
  }

  /** One query for the lines of an order, and one more for each of them. */
  List<String> order(int id) throws SQLException {
    List<String> names = new ArrayList<>();
    try (Connection connection = database.getConnection()) {
      for (int product : products(connection, id)) {
        names.add(productName(connection, product));
      }
    }
    return names;
  }

  private static List<Integer> products(Connection connection, int order) throws SQLException {
    String sql = "SELECT product_id FROM order_line WHERE order_id = ? ORDER BY line";
    List<Integer> products = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setInt(1, order);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          products.add(rows.getInt(1));
        }
      }
    }
    return products;
  }

  /** Fails in the database: there is no such table. */
  int discount(int product) throws SQLException {
    String sql = "SELECT percent FROM discount WHERE product_id = ?";
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setInt(1, product);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? row.getInt(1) : 0;
      }
    }
  }

  /** Waits in the database, as behind a lock. */
  void report(double seconds) throws SQLException {
    String sql = "SELECT pg_sleep(?), sum(price_cents) FROM product";
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setDouble(1, seconds);
      statement.executeQuery().close();
    }
  }
}
