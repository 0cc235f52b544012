package io.gnomon.bootstrap;

import org.jspecify.annotations.Nullable;

/**
 * What JDBC advice reports. Types are {@code Object} because the boot loader does not see {@code
 * java.sql} from Java 9 on; whoever implements this may cast. Called on application threads,
 * concurrently.
 */
public abstract class JdbcHandler extends ProbeHandler {

  /** For the one implementation, and for tests. */
  protected JdbcHandler() {}

  /**
   * What was left with an object that has no slot that is to be used.
   *
   * @param object a connection, a statement or a result
   * @return null if nothing was left, or if it was forgotten
   */
  protected abstract @Nullable Object left(Object object);

  /**
   * Leaves something with an object that has no slot that is to be used.
   *
   * @param object a connection, a statement or a result
   * @param value to be used by any thread, or null to leave nothing
   */
  protected abstract void leave(Object object, @Nullable Object value);

  /**
   * {@code Driver.connect} is entered.
   *
   * @param driver the receiver; not certain to be a {@code java.sql.Driver}
   * @return the token to hand to {@link #connected}, or 0 if a connect around it speaks for it
   */
  protected abstract int connecting(Object driver);

  /**
   * {@code Driver.connect} is left. Called only for a token other than 0.
   *
   * @param token what {@link #connecting} returned
   * @param connection the driver's connection, or null if there is none
   * @param url the JDBC URL, which may hold a password
   */
  protected abstract void connected(int token, @Nullable Object connection, @Nullable String url);

  /**
   * A data source gave a connection, or an object that gives one.
   *
   * @param dataSource the receiver; not certain to be one of {@code javax.sql}
   * @param connection what it gave
   */
  protected abstract void connectionGot(Object dataSource, Object connection);

  /**
   * {@code Connection.createStatement} returned a statement.
   *
   * @param connection the connection that made it
   * @param statement the new statement
   */
  protected abstract void created(Object connection, Object statement);

  /**
   * {@code Connection.prepareStatement} or {@code prepareCall} returned a statement.
   *
   * @param connection what was left with the connection that made it
   * @param statement the new (or, from a statement cache, re-used) statement
   * @param left what was left with the statement
   * @param sql its text
   * @return what is to be left with the statement
   */
  protected abstract @Nullable Object prepared(
      @Nullable Object connection, Object statement, @Nullable Object left, String sql);

  /**
   * {@code addBatch} returned.
   *
   * @param statement the statement
   * @param sql the text that was added, or null for what the statement was prepared with
   */
  protected abstract void batched(Object statement, @Nullable String sql);

  /**
   * {@code Statement.clearBatch} returned.
   *
   * @param statement the statement
   */
  protected abstract void batchCleared(Object statement);

  /**
   * A method that executes is entered.
   *
   * @param statement the receiver; not certain to be a {@code java.sql.Statement}
   * @param left what was left with it
   * @return the token to hand to {@link #executed} or {@link #executedBatch}, or 0 if this call is
   *     not to be timed
   */
  protected abstract int executing(Object statement, @Nullable Object left);

  /**
   * A method that executes one query is left. Called only for a token other than 0.
   *
   * @param token what {@link #executing} returned
   * @param statement the receiver
   * @param left what was left with it
   * @param sql the text that was passed to the method, or null if it takes none
   * @param result the {@code java.sql.ResultSet} that the method returned; null if it returned
   *     none, or one whose slot is not to be used
   * @param thrown what the method threw, or null
   */
  protected abstract void executed(
      int token,
      Object statement,
      @Nullable Object left,
      @Nullable String sql,
      @Nullable Slot result,
      @Nullable Throwable thrown);

  /**
   * A method that executes a batch is left. Called only for a token other than 0.
   *
   * @param token what {@link #executing} returned
   * @param statement the receiver
   * @param counts the {@code int[]} or {@code long[]} that the method returned, or null
   * @param thrown what the method threw, or null
   */
  protected abstract void executedBatch(
      int token, Object statement, @Nullable Object counts, @Nullable Throwable thrown);

  /**
   * A method that begins or ends a transaction is entered.
   *
   * @param connection the receiver; not certain to be a {@code java.sql.Connection}
   * @return the token to hand to {@link #called}, or 0 if this call is not to be timed
   */
  protected abstract int calling(Object connection);

  /**
   * A method that begins or ends a transaction is left. Called only for a token other than 0.
   *
   * @param token what {@link #calling} returned
   * @param connection the receiver
   * @param method its name and the types that it takes, as {@code rollback(java.sql.Savepoint)}
   * @param thrown what the method threw, or null
   */
  protected abstract void called(
      int token, Object connection, String method, @Nullable Throwable thrown);

  /**
   * {@code Connection.setAutoCommit} is left. Called only for a token other than 0.
   *
   * @param token what {@link #calling} returned
   * @param connection the receiver
   * @param autoCommit what was set
   * @param thrown what the method threw, or null
   */
  protected abstract void autoCommitSet(
      int token, Object connection, boolean autoCommit, @Nullable Throwable thrown);

  /**
   * A connection, a statement or a result was asked to close.
   *
   * @param closed the receiver
   * @param left what was left with it
   * @return what is to be left with it
   */
  protected abstract @Nullable Object closed(Object closed, @Nullable Object left);

  /**
   * {@code Statement.getResultSet} returned a result.
   *
   * @param statement the receiver
   * @param result the {@code java.sql.ResultSet}
   */
  protected abstract void resultGot(Object statement, Object result);

  /**
   * {@code ResultSet.next} is entered.
   *
   * @param result the receiver
   * @param left what was left with it
   * @return the token to hand to {@link #advanced}, or 0 if this call is not to be counted
   */
  protected abstract int advancing(Object result, @Nullable Object left);

  /**
   * {@code ResultSet.next} is left. Called only for a token other than 0.
   *
   * @param token what {@link #advancing} returned
   * @param result the receiver
   * @param left what was left with it
   * @param row what the method returned: whether there is a row; false if it threw
   */
  protected abstract void advanced(int token, Object result, @Nullable Object left, boolean row);
}
