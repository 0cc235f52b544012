package com.example.routing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Two databases in this JVM; a row lives in the one of its id's parity. */
final class Shards {

  static final int COUNT = 2;

  private Shards() {}

  static String url(int shard) {
    return "jdbc:h2:mem:shard" + shard + ";DB_CLOSE_DELAY=-1";
  }

  static Connection connect(int shard) throws SQLException {
    return DriverManager.getConnection(url(shard), "sa", "");
  }

  static void create(List<String> tables) throws SQLException {
    for (int shard = 0; shard < COUNT; shard++) {
      try (Connection connection = connect(shard);
          Statement statement = connection.createStatement()) {
        for (String table : tables) {
          statement.execute("CREATE TABLE " + table + " (id INT PRIMARY KEY, name VARCHAR(40))");
        }
      }
    }
  }
}
