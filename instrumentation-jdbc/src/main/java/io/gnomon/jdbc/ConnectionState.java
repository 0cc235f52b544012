package io.gnomon.jdbc;

import io.gnomon.core.nplusone.QueryRuns;
import io.gnomon.core.query.Database;
import io.gnomon.jdbc.transactions.Transaction;

/**
 * What we leave on a driver's connection: which database it is, and where it stands in its
 * transaction. Used by whoever uses the connection; what is not final may be imprecise if two
 * threads do so at a time, nothing more.
 */
final class ConnectionState {

  final Database database;
  final Transaction transaction;

  /** What ran on it outside requests, from its connect to its close. */
  final QueryRuns runs = new QueryRuns();

  ConnectionState(Database database, Transaction transaction) {
    this.database = database;
    this.transaction = transaction;
  }
}
