package io.gnomon.bootstrap;

import org.jspecify.annotations.Nullable;

/**
 * What JDBC advice calls: static, and nothing gets out. Each method hands to the {@link
 * JdbcHandler} installed when this class was initialized. Any thread, concurrently.
 */
public final class JdbcProbe {

  private static final JdbcHandler HANDLER = Probes.jdbc();

  private JdbcProbe() {}

  /**
   * See {@link JdbcHandler#connected}.
   *
   * @param connection the driver's connection, or null if the driver refused the URL
   * @param url the JDBC URL
   */
  public static void connected(@Nullable Object connection, @Nullable String url) {
    if (connection == null || url == null) {
      return;
    }
    try {
      HANDLER.connected(connection, url);
    } catch (Throwable failure) {
      Probes.swallow(HANDLER, failure);
    }
  }

  /**
   * See {@link JdbcHandler#created}.
   *
   * @param connection the connection
   * @param statement the new statement, or null if the call failed
   */
  public static void created(Object connection, @Nullable Object statement) {
    if (statement == null) {
      return;
    }
    try {
      HANDLER.created(connection, statement);
    } catch (Throwable failure) {
      Probes.swallow(HANDLER, failure);
    }
  }

  /**
   * See {@link JdbcHandler#prepared}.
   *
   * @param connection the connection
   * @param statement the new statement, or null if the call failed
   * @param sql the text, or null if the application passed none
   */
  public static void prepared(Object connection, @Nullable Object statement, @Nullable String sql) {
    if (statement == null || sql == null) {
      return;
    }
    try {
      HANDLER.prepared(connection, statement, sql);
    } catch (Throwable failure) {
      Probes.swallow(HANDLER, failure);
    }
  }

  /**
   * See {@link JdbcHandler#batched}.
   *
   * @param statement the statement
   * @param sql the text, or null if the application passed none
   */
  public static void batched(Object statement, @Nullable String sql) {
    if (sql == null) {
      return;
    }
    try {
      HANDLER.batched(statement, sql);
    } catch (Throwable failure) {
      Probes.swallow(HANDLER, failure);
    }
  }

  /**
   * See {@link JdbcHandler#executing}.
   *
   * @param statement the receiver
   * @return the token for {@link #executed}, 0 if the call is not timed
   */
  public static int executing(Object statement) {
    try {
      return HANDLER.executing(statement);
    } catch (Throwable failure) {
      Probes.swallow(HANDLER, failure);
      return 0;
    }
  }

  /**
   * See {@link JdbcHandler#executed}; does nothing for token 0.
   *
   * @param token what {@link #executing} returned
   * @param statement the receiver
   * @param sql the text passed to the method, or null
   * @param thrown what the method threw, or null
   */
  public static void executed(
      int token, Object statement, @Nullable String sql, @Nullable Throwable thrown) {
    if (token == 0) {
      return;
    }
    try {
      HANDLER.executed(token, statement, sql, thrown);
    } catch (Throwable failure) {
      Probes.swallow(HANDLER, failure);
    }
  }
}
