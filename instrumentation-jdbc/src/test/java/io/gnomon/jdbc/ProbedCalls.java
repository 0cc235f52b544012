package io.gnomon.jdbc;

import io.gnomon.bootstrap.Slot;
import io.gnomon.core.Core;
import io.gnomon.core.clock.Clock;
import java.lang.reflect.Proxy;

/** Calls a handler as {@code JdbcProbe} does, which has but one for the life of a JVM. */
final class ProbedCalls {

  private final JdbcCalls calls;

  ProbedCalls(Core core, JdbcSettings settings) {
    this(core, settings, Clock.SYSTEM);
  }

  ProbedCalls(Core core, JdbcSettings settings, Clock clock) {
    this.calls = new JdbcCalls(core, settings, clock);
  }

  private static boolean hasSlot(Object object) {
    return object instanceof Slot && !(object instanceof Proxy);
  }

  Object left(Object object) {
    return hasSlot(object) ? ((Slot) object).gnomon$slot() : calls.left(object);
  }

  private void leave(Object object, Object value) {
    if (hasSlot(object)) {
      ((Slot) object).gnomon$slot(value);
    } else {
      calls.leave(object, value);
    }
  }

  int connecting(Object driver) {
    return calls.connecting(driver);
  }

  void connected(int token, Object connection, String url) {
    calls.connected(token, connection, url);
  }

  void created(Object connection, Object statement) {
    calls.created(connection, statement);
  }

  void prepared(Object connection, Object statement, String sql) {
    leave(statement, calls.prepared(left(connection), statement, left(statement), sql));
  }

  void batched(Object statement, String sql) {
    calls.batched(statement, sql);
  }

  void batchCleared(Object statement) {
    calls.batchCleared(statement);
  }

  int executing(Object statement) {
    return calls.executing(statement, left(statement));
  }

  void executed(int token, Object statement, String sql, Object result, Throwable thrown) {
    Slot slot = hasSlot(result) ? (Slot) result : null;
    calls.executed(token, statement, left(statement), sql, slot, thrown);
  }

  void executedBatch(int token, Object statement, Object counts, Throwable thrown) {
    calls.executedBatch(token, statement, counts, thrown);
  }

  int calling(Object connection) {
    return calls.calling(connection);
  }

  void called(int token, Object connection, String method, Throwable thrown) {
    calls.called(token, connection, method, thrown);
  }

  void autoCommitSet(int token, Object connection, boolean autoCommit, Throwable thrown) {
    calls.autoCommitSet(token, connection, autoCommit, thrown);
  }

  void closed(Object closed) {
    leave(closed, calls.closed(closed, left(closed)));
  }

  void resultGot(Object statement, Object result) {
    calls.resultGot(statement, result);
  }

  int advancing(Object result) {
    return calls.advancing(result, left(result));
  }

  void advanced(int token, Object result, boolean row) {
    calls.advanced(token, result, left(result), row);
  }

  void failed(Throwable failure) {
    calls.failed(failure);
  }
}
