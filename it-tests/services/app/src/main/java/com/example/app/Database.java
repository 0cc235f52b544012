package com.example.app;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;

/** The pool: H2 in memory, or what {@code app.jdbc.url} says. Opened by the first who asks. */
public final class Database {

  private static final String IN_MEMORY = "jdbc:h2:mem:app";
  private static final int POOL_SIZE = 8;

  private static HikariDataSource pool;

  private Database() {}

  static boolean isInMemory() {
    return url().startsWith("jdbc:h2:");
  }

  private static String url() {
    return System.getProperty("app.jdbc.url", IN_MEMORY);
  }

  static Connection connection() throws SQLException {
    return pool().getConnection();
  }

  private static synchronized HikariDataSource pool() throws SQLException {
    if (pool == null) {
      HikariDataSource opened = open();
      createTables(opened);
      pool = opened;
    }
    return pool;
  }

  private static HikariDataSource open() {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url());
    config.setDriverClassName(driver(url()));
    config.setUsername(System.getProperty("app.jdbc.user", "sa"));
    config.setPassword(System.getProperty("app.jdbc.password", ""));
    config.setMaximumPoolSize(POOL_SIZE);
    config.setMinimumIdle(1);
    return new HikariDataSource(config);
  }

  private static String driver(String url) {
    if (url.startsWith("jdbc:mariadb:")) {
      return "org.mariadb.jdbc.Driver";
    }
    return isInMemory() ? "org.h2.Driver" : "org.postgresql.Driver";
  }

  private static void createTables(HikariDataSource in) throws SQLException {
    try (Connection connection = in.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE IF NOT EXISTS item (id INT PRIMARY KEY, name VARCHAR(40))");
      if (isInMemory()) {
        statement.execute(
            "CREATE ALIAS IF NOT EXISTS pause FOR \"com.example.app.Database.pause\"");
      }
    }
  }

  /**
   * Called by H2.
   *
   * @param millis how long
   * @return the same
   */
  public static int pause(int millis) {
    Pages.pause(millis);
    return millis;
  }

  static synchronized void close() {
    if (pool != null) {
      pool.close();
      pool = null;
      deregisterDrivers();
    }
  }

  /** The JDK would hold them, and with them all that their class loader loaded. */
  private static void deregisterDrivers() {
    ClassLoader own = Database.class.getClassLoader();
    for (Driver driver : Collections.list(DriverManager.getDrivers())) {
      if (driver.getClass().getClassLoader() == own) {
        try {
          DriverManager.deregisterDriver(driver);
        } catch (SQLException refused) {
          throw new IllegalStateException(refused);
        }
      }
    }
  }
}
