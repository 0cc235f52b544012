package com.example.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/** A way to run statements. */
@FunctionalInterface
interface Kind {

  /**
   * Runs them once. All of a kind are run with the same connection of a pool or with different
   * ones.
   *
   * @param connection from the pool
   * @param sql the texts, with the kind's own table
   * @throws SQLException if one fails
   */
  void once(Connection connection, Sql sql) throws SQLException;
}
