package com.example.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Ten orders of three items each, every item another product. */
final class Schema {

  static final int ORDERS = 10;
  private static final int ITEMS = 3 * ORDERS;

  private Schema() {}

  static void create(DataSource in) throws SQLException {
    try (Connection connection = in.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("DROP TABLE IF EXISTS item, orders, product, note");
      statement.execute("CREATE TABLE orders (id bigint PRIMARY KEY, customer text)");
      statement.execute("CREATE TABLE product (id bigint PRIMARY KEY, name text)");
      statement.execute(
          "CREATE TABLE item (id bigint PRIMARY KEY, order_id bigint, product_id bigint)");
      statement.execute("CREATE TABLE note (order_id bigint, text text)");
      statement.execute(
          "INSERT INTO orders SELECT n, 'c' || n FROM generate_series(0, " + (ORDERS - 1) + ") n");
      statement.execute(
          "INSERT INTO product SELECT n, 'p' || n FROM generate_series(0, " + (ITEMS - 1) + ") n");
      statement.execute(
          "INSERT INTO item SELECT n, n / 3, n FROM generate_series(0, " + (ITEMS - 1) + ") n");
    }
  }
}
