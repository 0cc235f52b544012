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
   * {@code Driver.connect} returned a connection.
   *
   * @param connection the driver's connection
   * @param url the JDBC URL, which may hold a password
   */
  protected abstract void connected(Object connection, String url);

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
   * @param connection the connection that made it
   * @param statement the new (or, from a statement cache, re-used) statement
   * @param sql its text
   */
  protected abstract void prepared(Object connection, Object statement, String sql);

  /**
   * {@code Statement.addBatch(String)} returned.
   *
   * @param statement the statement
   * @param sql the text that was added
   */
  protected abstract void batched(Object statement, String sql);

  /**
   * A method that executes is entered.
   *
   * @param statement the receiver; not certain to be a {@code java.sql.Statement}
   * @return the token to hand to {@link #executed}, or 0 if this call is not to be timed
   */
  protected abstract int executing(Object statement);

  /**
   * A method that executes is left. Called only for a token other than 0.
   *
   * @param token what {@link #executing} returned
   * @param statement the receiver
   * @param sql the text that was passed to the method, or null if it takes none
   * @param thrown what the method threw, or null
   */
  protected abstract void executed(
      int token, Object statement, @Nullable String sql, @Nullable Throwable thrown);
}
