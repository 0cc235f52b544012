package com.example.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** What services do with statements: fail, share them, use them again. */
final class UseKinds {

  private UseKinds() {}

  static void addTo(Map<String, Kind> kinds) {
    kinds.put("several_results", UseKinds::severalResults);
    kinds.put("failing_statement", UseKinds::failingStatement);
    kinds.put("failing_prepared", UseKinds::failingPrepared);
    kinds.put("failing_batch", UseKinds::failingBatch);
    kinds.put("two_threads", UseKinds::twoThreads);
    kinds.put("closed_twice", UseKinds::closedTwice);
    kinds.put("used_again", UseKinds::usedAgain);
    kinds.put("other_text", UseKinds::otherText);
    kinds.put("unwrapped", UseKinds::unwrapped);
  }

  private static void severalResults(Connection connection, Sql sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      boolean rows = statement.execute(sql.several());
      int results = 0;
      while (rows || statement.getUpdateCount() >= 0) {
        results++;
        rows = statement.getMoreResults();
      }
      if (results != 2) {
        throw new IllegalStateException(results + " results");
      }
    }
  }

  private static void failingStatement(Connection connection, Sql sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      StatementKinds.read(statement.executeQuery(sql.missing()));
      throw new IllegalStateException("does not fail");
    } catch (SQLException wanted) {
      NotSupported.rethrow(wanted);
    }
  }

  private static void failingPrepared(Connection connection, Sql sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql.insertRound())) {
      statement.setInt(1, sql.round());
      statement.executeUpdate();
      try {
        statement.executeUpdate();
        throw new IllegalStateException("does not fail");
      } catch (SQLException wanted) {
        NotSupported.rethrow(wanted);
      }
    }
  }

  private static void failingBatch(Connection connection, Sql sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql.insertRound())) {
      for (int i = 0; i < 2; i++) {
        statement.setInt(1, sql.round());
        statement.addBatch();
      }
      statement.executeBatch();
      throw new IllegalStateException("does not fail");
    } catch (SQLException wanted) {
      NotSupported.rethrow(wanted);
    }
  }

  private static void twoThreads(Connection connection, Sql sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql.selectById())) {
      statement.setInt(1, 1);
      StatementKinds.read(statement.executeQuery());
      onAnotherThread(() -> StatementKinds.read(statement.executeQuery()));
    }
  }

  /** Something of JDBC. */
  @FunctionalInterface
  interface Work {
    void run() throws SQLException;
  }

  static void onAnotherThread(Work work) throws SQLException {
    FutureTask<Void> task =
        new FutureTask<>(
            () -> {
              work.run();
              return null;
            });
    new Thread(task, "other").start();
    try {
      task.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof SQLException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void closedTwice(Connection connection, Sql sql) throws SQLException {
    Statement statement = connection.createStatement();
    StatementKinds.read(statement.executeQuery(sql.select()));
    statement.close();
    statement.close();
  }

  private static void usedAgain(Connection connection, Sql sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql.selectById())) {
      for (int i = 0; i < 2; i++) {
        statement.setInt(1, i);
        ResultSet rows = statement.executeQuery();
        rows.next();
        rows.close();
      }
    }
  }

  private static void otherText(Connection connection, Sql sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      StatementKinds.read(statement.executeQuery(sql.select()));
      statement.executeUpdate(sql.insert());
    }
  }

  /** A service that wants the driver's own connection, if the wrapper gives it. */
  private static void unwrapped(Connection connection, Sql sql) throws SQLException {
    Connection inner = connection;
    try {
      inner = connection.unwrap(Connection.class);
    } catch (SQLException | RuntimeException | AbstractMethodError notGiven) {
      inner = connection;
    }
    try (PreparedStatement statement = inner.prepareStatement(sql.selectById())) {
      statement.setInt(1, 1);
      StatementKinds.read(statement.executeQuery());
    }
  }
}
