package io.gnomon.benchmarks.service;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** The one table of the service. */
final class Items {

  /** How many rows it has; their ids are 0 to COUNT - 1. */
  static final int COUNT = 1_000;

  private Items() {}

  /** Makes it anew: a database outlives the service if it is a server. */
  static void create(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection()) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("DROP TABLE IF EXISTS item");
        statement.execute(
            "CREATE TABLE item (id INT PRIMARY KEY, name VARCHAR(40) NOT NULL, price INT NOT NULL)");
      }
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT INTO item (id, name, price) VALUES (?, ?, ?)")) {
        for (int id = 0; id < COUNT; id++) {
          insert.setInt(1, id);
          insert.setString(2, "item " + id);
          insert.setInt(3, id * 7 % 1_000);
          insert.addBatch();
        }
        insert.executeBatch();
      }
    }
  }
}
