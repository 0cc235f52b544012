package io.gnomon.bootstrap;

import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * What JDBC advice calls: static, and nothing gets out. Each method hands to the {@link
 * JdbcHandler} installed when this class was initialized. Any thread, concurrently.
 *
 * <p>What we left on the receiver is read by {@link #left}, a call of its own in the advice: that
 * method stays so small that the JIT always inlines it into the woven one, where it knows the
 * receiver's class, and then it is the load of a field. Anywhere else, asking an object for its
 * slot may search all interfaces of its class, and for each class but one interface found so is
 * remembered, in a place that all threads share: drivers and pools ask for others all the time.
 */
public final class JdbcProbe {

  private static final JdbcHandler HANDLER = Probes.jdbc();

  private JdbcProbe() {}

  /**
   * What was left with an object, to be handed to the methods below.
   *
   * @param object the receiver, or null in a static method
   * @return null if nothing was left
   */
  public static @Nullable Object left(@Nullable Object object) {
    if (object == null) {
      return null;
    }
    return hasSlot(object) ? ((Slot) object).gnomon$slot() : leftElsewhere(object);
  }

  /**
   * Leaves something with an object, unless it is there already.
   *
   * @param object the receiver, or null in a static method
   * @param value what {@link #closed} returned
   */
  public static void leave(@Nullable Object object, @Nullable Object value) {
    if (object == null || left(object) == value) {
      return;
    }
    if (hasSlot(object)) {
      ((Slot) object).gnomon$slot(value);
    } else {
      leaveElsewhere(object, value);
    }
  }

  /**
   * See {@link JdbcHandler#connecting}.
   *
   * @param driver the receiver, or null in a static method that only looks like JDBC's
   * @return the token for {@link #connected}, 0 if the call does not matter
   */
  public static int connecting(@Nullable Object driver) {
    if (driver == null) {
      return 0;
    }
    try {
      return HANDLER.connecting(driver);
    } catch (Throwable failure) {
      Probes.swallow(HANDLER, failure);
      return 0;
    }
  }

  /**
   * See {@link JdbcHandler#connected}; does nothing for token 0.
   *
   * @param token what {@link #connecting} returned
   * @param connection the driver's connection, or null if the driver refused the URL or threw
   * @param url the JDBC URL
   */
  public static void connected(int token, @Nullable Object connection, @Nullable String url) {
    if (token == 0) {
      return;
    }
    try {
      HANDLER.connected(token, connection, url);
    } catch (Throwable failure) {
      Probes.swallow(HANDLER, failure);
    }
  }

  /**
   * See {@link JdbcHandler#connectionGot}.
   *
   * @param dataSource the receiver, or null in a static method
   * @param connection the connection, or null if there is none
   */
  public static void connectionGot(@Nullable Object dataSource, @Nullable Object connection) {
    if (dataSource == null || connection == null) {
      return;
    }
    try {
      HANDLER.connectionGot(dataSource, connection);
    } catch (Throwable failure) {
      Probes.swallow(HANDLER, failure);
    }
  }

  /**
   * See {@link JdbcHandler#created}.
   *
   * @param connection the connection, or null in a static method
   * @param statement the new statement, or null if the call failed
   */
  public static void created(@Nullable Object connection, @Nullable Object statement) {
    if (connection == null || statement == null) {
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
   * @param connection the connection, or null in a static method
   * @param left what was left with it
   * @param statement the new statement, or null if the call failed
   * @param sql the text, or null if the application passed none
   */
  public static void prepared(
      @Nullable Object connection,
      @Nullable Object left,
      @Nullable Object statement,
      @Nullable String sql) {
    if (connection == null || statement == null || sql == null) {
      return;
    }
    try {
      Slot slot =
          statement instanceof Slot && !(statement instanceof Proxy) ? (Slot) statement : null;
      Object before = slot == null ? HANDLER.left(statement) : slot.gnomon$slot();
      Object after = HANDLER.prepared(left, statement, before, sql);
      if (after == before) {
        return;
      }
      if (slot == null) {
        HANDLER.leave(statement, after);
      } else {
        slot.gnomon$slot(after);
      }
    } catch (Throwable failure) {
      Probes.swallow(HANDLER, failure);
    }
  }

  /**
   * See {@link JdbcHandler#batched}.
   *
   * @param statement the statement, or null in a static method
   * @param sql the text, or null for what the statement was prepared with
   */
  public static void batched(@Nullable Object statement, @Nullable String sql) {
    if (statement == null) {
      return;
    }
    try {
      HANDLER.batched(statement, sql);
    } catch (Throwable failure) {
      Probes.swallow(HANDLER, failure);
    }
  }

  /**
   * See {@link JdbcHandler#batchCleared}.
   *
   * @param statement the statement, or null in a static method
   */
  public static void batchCleared(@Nullable Object statement) {
    if (statement == null) {
      return;
    }
    try {
      HANDLER.batchCleared(statement);
    } catch (Throwable failure) {
      Probes.swallow(HANDLER, failure);
    }
  }

  /**
   * See {@link JdbcHandler#executing}.
   *
   * @param statement the receiver, or null in a static method
   * @param left what was left with it
   * @return the token for {@link #executed} or {@link #executedBatch}, 0 if the call is not timed
   */
  public static int executing(@Nullable Object statement, @Nullable Object left) {
    if (statement == null) {
      return 0;
    }
    try {
      return HANDLER.executing(statement, left);
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
   * @param left what was left with it
   * @param sql the text passed to the method, or null
   * @param result the result that the method returned, or null
   * @param thrown what the method threw, or null
   */
  public static void executed(
      int token,
      Object statement,
      @Nullable Object left,
      @Nullable String sql,
      @Nullable Object result,
      @Nullable Throwable thrown) {
    if (token == 0) {
      return;
    }
    try {
      Slot slot = result instanceof Slot && !(result instanceof Proxy) ? (Slot) result : null;
      HANDLER.executed(token, statement, left, sql, slot, thrown);
    } catch (Throwable failure) {
      Probes.swallow(HANDLER, failure);
    }
  }

  /**
   * See {@link JdbcHandler#executedBatch}; does nothing for token 0.
   *
   * @param token what {@link #executing} returned
   * @param statement the receiver
   * @param counts what the method returned, or null
   * @param thrown what the method threw, or null
   */
  public static void executedBatch(
      int token, Object statement, @Nullable Object counts, @Nullable Throwable thrown) {
    if (token == 0) {
      return;
    }
    try {
      HANDLER.executedBatch(token, statement, counts, thrown);
    } catch (Throwable failure) {
      Probes.swallow(HANDLER, failure);
    }
  }

  /**
   * See {@link JdbcHandler#calling}.
   *
   * @param connection the receiver, or null in a static method
   * @return the token for {@link #called} or {@link #autoCommitSet}, 0 if the call is not timed
   */
  public static int calling(@Nullable Object connection) {
    if (connection == null) {
      return 0;
    }
    try {
      return HANDLER.calling(connection);
    } catch (Throwable failure) {
      Probes.swallow(HANDLER, failure);
      return 0;
    }
  }

  /**
   * See {@link JdbcHandler#called}; does nothing for token 0.
   *
   * @param token what {@link #calling} returned
   * @param connection the receiver
   * @param method name and parameter types of the method
   * @param thrown what the method threw, or null
   */
  public static void called(
      int token, Object connection, String method, @Nullable Throwable thrown) {
    if (token == 0) {
      return;
    }
    try {
      HANDLER.called(token, connection, method, thrown);
    } catch (Throwable failure) {
      Probes.swallow(HANDLER, failure);
    }
  }

  /**
   * See {@link JdbcHandler#autoCommitSet}; does nothing for token 0.
   *
   * @param token what {@link #calling} returned
   * @param connection the receiver
   * @param autoCommit what was set
   * @param thrown what the method threw, or null
   */
  public static void autoCommitSet(
      int token, Object connection, boolean autoCommit, @Nullable Throwable thrown) {
    if (token == 0) {
      return;
    }
    try {
      HANDLER.autoCommitSet(token, connection, autoCommit, thrown);
    } catch (Throwable failure) {
      Probes.swallow(HANDLER, failure);
    }
  }

  /**
   * See {@link JdbcHandler#closed}.
   *
   * @param closed the receiver, or null in a static method
   * @param left what was left with it
   * @return what is to be left with it, by {@link #leave}
   */
  public static @Nullable Object closed(@Nullable Object closed, @Nullable Object left) {
    if (closed == null) {
      return null;
    }
    try {
      return HANDLER.closed(closed, left);
    } catch (Throwable failure) {
      Probes.swallow(HANDLER, failure);
      return left;
    }
  }

  /**
   * See {@link JdbcHandler#resultGot}.
   *
   * @param statement the receiver, or null in a static method
   * @param result the result, or null if there is none
   */
  public static void resultGot(@Nullable Object statement, @Nullable Object result) {
    if (statement == null || result == null) {
      return;
    }
    try {
      HANDLER.resultGot(statement, result);
    } catch (Throwable failure) {
      Probes.swallow(HANDLER, failure);
    }
  }

  /**
   * See {@link JdbcHandler#advancing}.
   *
   * @param result the receiver, or null in a static method
   * @param left what was left with it
   * @return the token for {@link #advanced}, 0 if the call is not counted
   */
  public static int advancing(@Nullable Object result, @Nullable Object left) {
    if (result == null) {
      return 0;
    }
    try {
      return HANDLER.advancing(result, left);
    } catch (Throwable failure) {
      Probes.swallow(HANDLER, failure);
      return 0;
    }
  }

  /**
   * See {@link JdbcHandler#advanced}; does nothing for token 0.
   *
   * @param token what {@link #advancing} returned
   * @param result the receiver
   * @param left what was left with it
   * @param row whether there is a row
   */
  public static void advanced(int token, Object result, @Nullable Object left, boolean row) {
    if (token == 0) {
      return;
    }
    try {
      HANDLER.advanced(token, result, left, row);
    } catch (Throwable failure) {
      Probes.swallow(HANDLER, failure);
    }
  }

  /** A JDK proxy goes by the handler: its slot would be a call of the application's. */
  private static boolean hasSlot(Object object) {
    return object instanceof Slot && !(object instanceof Proxy);
  }

  private static @Nullable Object leftElsewhere(Object object) {
    try {
      return HANDLER.left(object);
    } catch (Throwable failure) {
      Probes.swallow(HANDLER, failure);
      return null;
    }
  }

  private static void leaveElsewhere(Object object, @Nullable Object value) {
    try {
      HANDLER.leave(object, value);
    } catch (Throwable failure) {
      Probes.swallow(HANDLER, failure);
    }
  }
}
