package io.gnomon.jdbc.pools.kinds;

import io.gnomon.core.query.Database;
import io.gnomon.jdbc.datasources.PublicMethods;
import io.gnomon.jdbc.url.JdbcUrl;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One make of pool: the public methods of its data source that tell its name, its URL and its
 * values. A method that a version lacks is a value that this version does not expose. Immutable
 * once it is described; any thread.
 */
public final class PoolKind {

  /** What {@link #read} returns for a value that the pool does not tell. */
  public static final long NOT_EXPOSED = Long.MIN_VALUE;

  private static final int MAX_CAUSES = 8;
  private static final String[] ERROR_CODE = {"getErrorCode"};
  private static final PublicMethods METHODS = new PublicMethods();

  private static final String MAKER = "maker";

  private final String label;
  private final Map<PoolValue, List<String[]>> values = new EnumMap<>(PoolValue.class);
  private final List<String[]> urls = new ArrayList<>();
  private String[] name = {};
  private String[] nameMadeUp = {};
  private String madeUpPrefix = "";
  private String[] creator = {};
  private String[] condition = {};
  private String[] timeouts = {};
  private int timeoutCode;
  private String[] wait = {};

  /**
   * A make of which nothing is known yet.
   *
   * @param label what stands for a name if the pool has none and its database is not known
   */
  PoolKind(String label) {
    this.label = label;
  }

  private static String[] path(String methods) {
    List<String> names = new ArrayList<>();
    int start = 0;
    for (int dot = methods.indexOf('.'); dot >= 0; dot = methods.indexOf('.', start)) {
      names.add(methods.substring(start, dot));
      start = dot + 1;
    }
    names.add(methods.substring(start));
    return names.toArray(new String[0]);
  }

  /**
   * Methods, one behind the other with dots between, that give a value; the first that can. Those
   * behind {@code maker} are called on what the pool makes its connections with.
   */
  PoolKind value(PoolValue value, String... methods) {
    List<String[]> paths = new ArrayList<>();
    for (String each : methods) {
      paths.add(path(each));
    }
    values.put(value, paths);
    return this;
  }

  /** Methods that give the JDBC URL; the first that can. */
  PoolKind url(String... methods) {
    for (String each : methods) {
      urls.add(path(each));
    }
    return this;
  }

  /** Methods that give the pool's own name. */
  PoolKind name(String methods) {
    name = path(methods);
    return this;
  }

  /** How a name begins that the pool made up anew in each process. */
  PoolKind madeUpNames(String prefix) {
    madeUpPrefix = prefix;
    return this;
  }

  /** Methods that give the name that the pool makes up if it is given none. */
  PoolKind madeUpName(String methods) {
    nameMadeUp = path(methods);
    return this;
  }

  /** Methods that give the object that the pool makes its connections with. */
  PoolKind creator(String methods) {
    creator = path(methods);
    return this;
  }

  /** Methods that tell whether the pool counts at all; without, it does. */
  PoolKind condition(String methods) {
    condition = path(methods);
    return this;
  }

  /** Classes of what is thrown, or of one of its causes, when no connection came in time. */
  PoolKind timeouts(String... classNames) {
    timeouts = classNames.clone();
    return this;
  }

  /** Which of its codes such an exception has, if it is thrown for other reasons too. */
  PoolKind timeoutCode(int code) {
    timeoutCode = code;
    return this;
  }

  /** Methods that give the nanoseconds after which a bare SQLException means that none came. */
  PoolKind timeoutAfter(String methods) {
    wait = path(methods);
    return this;
  }

  /**
   * Reads a value.
   *
   * @param dataSource the pool's data source
   * @param maker what {@link #creator} gave when the pool was opened, or null if it is not known
   * @param value which one
   * @return {@link #NOT_EXPOSED} if the pool does not tell it, or tells that there is no limit
   * @throws Throwable what the pool threw
   */
  public long read(Object dataSource, @Nullable Object maker, PoolValue value) throws Throwable {
    List<String[]> paths = values.get(value);
    if (paths == null || !counts(dataSource)) {
      return NOT_EXPOSED;
    }
    for (String[] path : paths) {
      Object number =
          path[0].equals(MAKER) ? callMaker(maker, path) : METHODS.call(dataSource, path);
      if (number instanceof Number && ((Number) number).longValue() >= 0) {
        return ((Number) number).longValue();
      }
    }
    return NOT_EXPOSED;
  }

  private static @Nullable Object callMaker(@Nullable Object maker, String[] path)
      throws Throwable {
    return maker == null ? null : METHODS.call(maker, Arrays.copyOfRange(path, 1, path.length));
  }

  private boolean counts(Object dataSource) throws Throwable {
    return condition.length == 0 || Boolean.TRUE.equals(METHODS.call(dataSource, condition));
  }

  /**
   * The object that the pool makes all its connections with.
   *
   * @param dataSource the pool's data source
   * @return null if there is none to be had
   * @throws Throwable what the pool threw
   */
  public @Nullable Object creator(Object dataSource) throws Throwable {
    return creator.length == 0 ? null : METHODS.call(dataSource, creator);
  }

  /**
   * The pool's own name, else where its database is, else its make. Never a user or a password.
   *
   * @param dataSource the pool's data source
   * @return not empty; two pools may have the same
   * @throws Throwable what the pool threw
   */
  public String name(Object dataSource) throws Throwable {
    Object own = name.length == 0 ? null : METHODS.call(dataSource, name);
    if (own instanceof String && isGiven(dataSource, (String) own)) {
      return (String) own;
    }
    for (String[] path : urls) {
      Object url = METHODS.call(dataSource, path);
      String place = url instanceof String ? place(JdbcUrl.parse((String) url)) : "";
      if (!place.isEmpty()) {
        return place;
      }
    }
    return label;
  }

  private boolean isGiven(Object dataSource, String own) throws Throwable {
    if (own.isEmpty() || (!madeUpPrefix.isEmpty() && own.startsWith(madeUpPrefix))) {
      return false;
    }
    return nameMadeUp.length == 0 || !own.equals(METHODS.call(dataSource, nameMadeUp));
  }

  /** As the convention has it: {@code server.address:server.port/db.namespace}. */
  private static String place(Database database) {
    StringBuilder place = new StringBuilder();
    if (database.serverAddress() != null) {
      place.append(database.serverAddress());
      if (database.serverPort() != 0) {
        place.append(':').append(database.serverPort());
      }
    }
    if (database.namespace() != null) {
      place.append(place.length() == 0 ? "" : "/").append(database.namespace());
    }
    return place.toString();
  }

  /**
   * Whether no connection came in time.
   *
   * @param dataSource the pool's data source
   * @param thrown what {@code getConnection} threw; asked for its causes and codes alone
   * @param elapsedNanos after how long it was thrown
   * @return false for any other failure
   * @throws Throwable what the pool threw when asked for its settings
   */
  public boolean isTimeout(Object dataSource, Throwable thrown, long elapsedNanos)
      throws Throwable {
    Throwable cause = thrown;
    for (int depth = 0; cause != null && depth < MAX_CAUSES; depth++) {
      for (String timeout : timeouts) {
        if (cause.getClass().getName().equals(timeout) && hasCode(cause)) {
          return true;
        }
      }
      cause = cause.getCause();
    }
    return wait.length > 0 && isBare(thrown) && isOver(dataSource, elapsedNanos);
  }

  private boolean hasCode(Throwable cause) throws Throwable {
    return timeoutCode == 0 || Integer.valueOf(timeoutCode).equals(METHODS.call(cause, ERROR_CODE));
  }

  /** An exception of the pool's own: a database's has a state. */
  private static boolean isBare(Throwable thrown) {
    return thrown.getClass() == SQLException.class
        && ((SQLException) thrown).getSQLState() == null
        && thrown.getCause() == null;
  }

  private boolean isOver(Object dataSource, long elapsedNanos) throws Throwable {
    Object nanos = METHODS.call(dataSource, wait);
    return nanos instanceof Long && (Long) nanos > 0 && elapsedNanos >= (Long) nanos;
  }
}
