package com.example.routing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.apache.commons.dbcp2.DelegatingConnection;

/** Connections whose statements run on the shards, one after the other or at the same time. */
final class HandRouter extends DelegatingConnection<Connection> {

  private static final ExecutorService WORKERS =
      Executors.newFixedThreadPool(
          Shards.COUNT,
          work -> {
            Thread thread = new Thread(work, "shard");
            thread.setDaemon(true);
            return thread;
          });

  private final List<Connection> shards = new ArrayList<>();
  private final boolean atOnce;

  private HandRouter(Connection first, boolean atOnce) throws SQLException {
    super(first);
    this.atOnce = atOnce;
    shards.add(first);
    for (int shard = 1; shard < Shards.COUNT; shard++) {
      shards.add(Shards.connect(shard));
    }
  }

  static Connection open(boolean atOnce) throws SQLException {
    return new HandRouter(Shards.connect(0), atOnce);
  }

  @Override
  public Statement createStatement() throws SQLException {
    List<Statement> statements = new ArrayList<>();
    for (Connection shard : shards) {
      statements.add(shard.createStatement());
    }
    return new RoutedStatement(this, statements);
  }

  @Override
  public PreparedStatement prepareStatement(String sql) throws SQLException {
    List<PreparedStatement> statements = new ArrayList<>();
    for (Connection shard : shards) {
      statements.add(shard.prepareStatement(sql));
    }
    return new RoutedPreparedStatement(this, statements);
  }

  @Override
  public void close() throws SQLException {
    for (Connection shard : shards) {
      shard.close();
    }
  }

  /** What runs on one shard. */
  @FunctionalInterface
  interface Work<S, R> {
    R on(S statement) throws SQLException;
  }

  /** Runs on some shards; the first result. */
  <S, R> R run(List<S> statements, Work<S, R> work) throws SQLException {
    List<Future<R>> others = new ArrayList<>();
    for (S statement : statements.subList(1, statements.size())) {
      FutureTask<R> other = new FutureTask<>(() -> work.on(statement));
      others.add(other);
      if (atOnce) {
        WORKERS.execute(other);
      } else {
        other.run();
      }
    }
    R first = work.on(statements.get(0));
    for (Future<R> other : others) {
      await(other);
    }
    return first;
  }

  private static void await(Future<?> other) throws SQLException {
    try {
      other.get();
    } catch (ExecutionException e) {
      throw new SQLException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLException(e);
    }
  }
}
