package com.example.pools;

import java.lang.ref.WeakReference;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** One pool, what is held of it, and what was done with it. Guarded by itself, but for waiting. */
final class Held {

  private final String name;
  private final Connection anchor;
  private final int anchorSession;
  private final List<Connection> held = new ArrayList<>();
  private final List<Long> sinceNanos = new ArrayList<>();
  private DataSource pool;
  private int borrows;
  private int closes;
  private int timeouts;
  private long heldNanos;
  private int probes;

  Held(String name) throws Exception {
    this.name = name;
    this.anchor = DriverManager.getConnection(Openers.url(name));
    this.anchorSession = number(anchor, "SELECT SESSION_ID()");
    this.pool = Openers.open(name);
  }

  private static int number(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getInt(1);
    }
  }

  synchronized void take(int count) throws SQLException {
    for (int i = 0; i < count; i++) {
      Connection connection = pool.getConnection();
      held.add(connection);
      sinceNanos.add(System.nanoTime());
      borrows++;
    }
  }

  synchronized void give() throws SQLException {
    for (int i = 0; i < held.size(); i++) {
      heldNanos += System.nanoTime() - sinceNanos.get(i);
      held.get(i).close();
      held.get(i).close();
      closes++;
    }
    held.clear();
    sinceNanos.clear();
  }

  /** Waits for a connection on a thread of its own, again and again until it gets one. */
  Thread waiting() {
    DataSource waitedFor = pool;
    Thread thread = new Thread(() -> await(waitedFor), "waiting-for-" + name);
    thread.start();
    return thread;
  }

  private void await(DataSource waitedFor) {
    while (true) {
      try {
        waitedFor.getConnection().close();
        synchronized (this) {
          borrows++;
          closes++;
        }
        return;
      } catch (SQLException timeout) {
        synchronized (this) {
          timeouts++;
        }
      }
    }
  }

  /** How many connections the database has, without ours. */
  synchronized int open() throws SQLException {
    return number(anchor, "SELECT COUNT(*) FROM INFORMATION_SCHEMA.SESSIONS") - 1;
  }

  /** How many connections the database was asked for, without ours: it numbers them. */
  private int made() throws SQLException {
    try (Connection probe = DriverManager.getConnection(Openers.url(name))) {
      return number(probe, "SELECT SESSION_ID()") - anchorSession - 1 - probes++;
    }
  }

  synchronized String counts() throws SQLException {
    return borrows + " " + closes + " " + timeouts + " " + heldNanos + " " + made();
  }

  synchronized void close() throws Exception {
    Openers.close(name, pool);
  }

  /** Whether the pool is collected once nobody uses it. */
  synchronized boolean isForgotten() throws InterruptedException {
    WeakReference<DataSource> forgotten = new WeakReference<>(pool);
    pool = null;
    for (int i = 0; i < 50 && forgotten.get() != null; i++) {
      System.gc();
      Thread.sleep(20);
    }
    return forgotten.get() == null;
  }
}
