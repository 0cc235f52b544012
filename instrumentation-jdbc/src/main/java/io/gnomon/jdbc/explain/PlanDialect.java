package io.gnomon.jdbc.explain;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** How one kind of database is asked. Implementations are for any thread. */
interface PlanDialect {

  /** How long the database may take for all that it is asked for one plan. */
  int TIMEOUT_SECONDS = 5;

  /** How long it may wait for a lock: it is we who should wait, never who waits behind us. */
  int LOCK_TIMEOUT_SECONDS = 1;

  /** What a text may be made of. */
  Grammar grammar();

  /**
   * Asks for a plan. The statement belongs to a transaction of ours that will be rolled back, and
   * that this makes read-only before it asks anything.
   *
   * @param statement plain, without escape processing
   * @param select what to ask about
   * @return the plan, without literals
   * @throws SQLException if the database says no
   * @throws NoPlanException if what the text names is not known to be harmless
   */
  String plan(TimedStatement statement, GuardedSelect select) throws SQLException, NoPlanException;

  /**
   * The dialect of a database.
   *
   * @param systemName {@code db.system.name}
   * @return null if plans of it are not asked for
   */
  static @Nullable PlanDialect of(String systemName) {
    switch (systemName) {
      case "postgresql":
        return PostgresPlans.INSTANCE;
      case "mariadb":
      case "mysql":
        return MariaDbPlans.INSTANCE;
      default:
        return null;
    }
  }
}
