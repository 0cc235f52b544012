package com.example.app;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** The routes that ask the database. */
final class Queries {

  private static final int MILLIS_PER_SECOND = 1000;

  private Queries() {}

  /** {@code n} prepared SELECTs, each prepared anew, as frameworks do. */
  static void prepared(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    int queries = Pages.number(request, "n", 1);
    answer(
        response,
        connection -> {
          for (int i = 0; i < queries; i++) {
            one(connection, i);
          }
          return queries + " asked";
        });
  }

  private static void one(Connection connection, int id) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT name FROM item WHERE id = ?")) {
      statement.setInt(1, id);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
      }
    }
  }

  /** {@code n} prepared SELECTs and a pause, answered with a status: requests of all kinds. */
  static void mixed(HttpServletRequest request, HttpServletResponse response) throws IOException {
    int status = Pages.number(request, "status", HttpServletResponse.SC_OK);
    if (status != HttpServletResponse.SC_OK) {
      response.setStatus(status);
    }
    prepared(request, response);
    Pages.pause(Pages.number(request, "ms", 0));
  }

  /** {@code n} SELECTs that differ in a literal. */
  static void literal(HttpServletRequest request, HttpServletResponse response) throws IOException {
    int queries = Pages.number(request, "n", 1);
    answer(
        response,
        connection -> {
          try (Statement statement = connection.createStatement()) {
            for (int i = 0; i < queries; i++) {
              statement.executeQuery("SELECT id FROM item WHERE name = 'secret-" + i + "'").close();
            }
          }
          return queries + " asked";
        });
  }

  /** One batch of {@code n} updates. */
  static void batch(HttpServletRequest request, HttpServletResponse response) throws IOException {
    int updates = Pages.number(request, "n", 1);
    answer(
        response,
        connection -> {
          try (PreparedStatement statement =
              connection.prepareStatement("UPDATE item SET name = ? WHERE id = ?")) {
            for (int i = 0; i < updates; i++) {
              statement.setString(1, "name");
              statement.setInt(2, -i);
              statement.addBatch();
            }
            statement.executeBatch();
          }
          return updates + " updated";
        });
  }

  /** A transaction that inserts {@code n} rows and reads them; rolled back. */
  static void transaction(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    int rows = Pages.number(request, "n", 1);
    answer(
        response,
        connection -> {
          connection.setAutoCommit(false);
          for (int i = 0; i < rows; i++) {
            insert(connection, i);
          }
          int read = count(connection);
          connection.rollback();
          connection.setAutoCommit(true);
          return read + " read";
        });
  }

  private static void insert(Connection connection, int id) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("INSERT INTO item (id, name) VALUES (?, ?)")) {
      statement.setInt(1, id);
      statement.setString(2, "name");
      statement.executeUpdate();
    }
  }

  private static int count(Connection connection) throws SQLException {
    int read = 0;
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT id, name FROM item")) {
      while (rows.next()) {
        read++;
      }
    }
    return read;
  }

  /** One query that takes {@code ms}. */
  static void slow(HttpServletRequest request, HttpServletResponse response) throws IOException {
    int millis = Pages.number(request, "ms", 150);
    answer(response, connection -> SlowReport.make(connection, millis));
  }

  /** One query that fails. */
  static void failing(HttpServletRequest request, HttpServletResponse response) throws IOException {
    answer(
        response,
        connection -> {
          try (Statement statement = connection.createStatement()) {
            statement.executeQuery("SELECT nothing FROM nowhere");
            return "no failure";
          } catch (SQLException expected) {
            return "failed with " + expected.getSQLState();
          }
        });
  }

  /** Whether what a driver throws comes through, unchanged and with its stack. */
  static void hostileDriver(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Throwable given = hostile(String.valueOf(request.getParameter("kind")));
    try (Statement statement = new HostileStatement(given)) {
      statement.executeQuery("SELECT 1 FROM hostile").close();
      Pages.text(response, "nothing was thrown");
    } catch (SQLException | RuntimeException | StackOverflowError caught) {
      String stack = Arrays.toString(caught.getStackTrace()) + caught.getSuppressed().length;
      Pages.text(response, (caught == given ? "the same " : "another ") + caught + stack);
    }
  }

  private static Throwable hostile(String kind) {
    switch (kind) {
      case "sql":
        return new SQLException("hostile", "58030", 7);
      case "runtime":
        return new IllegalStateException("hostile");
      case "unreadable":
        return new UnreadableException();
      default:
        return new StackOverflowError("hostile");
    }
  }

  /** What whoever looks at it, the agent too, can't look at. */
  static final class UnreadableException extends SQLException {

    private static final long serialVersionUID = 1;

    @Override
    public SQLException getNextException() {
      throw new IllegalStateException("unreadable");
    }

    @Override
    public int getErrorCode() {
      throw new IllegalStateException("unreadable");
    }
  }

  /** Where the slow query is asked: the frame that is to be named as its caller. */
  static final class SlowReport {

    private SlowReport() {}

    static String make(Connection connection, int millis) throws SQLException {
      String sql = Database.isInMemory() ? "SELECT pause(?)" : "SELECT pg_sleep(?)";
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        if (Database.isInMemory()) {
          statement.setInt(1, millis);
        } else {
          statement.setDouble(1, (double) millis / MILLIS_PER_SECOND);
        }
        statement.executeQuery().close();
      }
      return "slow";
    }
  }

  private interface Work {
    String with(Connection connection) throws SQLException;
  }

  private static void answer(HttpServletResponse response, Work work) throws IOException {
    try (Connection connection = Database.connection()) {
      Pages.text(response, work.with(connection));
    } catch (SQLException failure) {
      throw new IOException(failure);
    }
  }
}
