package io.gnomon.jdbc.explain;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * PostgreSQL. Planning reads the catalogue and statistics and executes what it takes for constant:
 * immutable functions of constants, and stable ones to estimate. So before a plan is asked for, the
 * catalogue is asked whether a name of the text stands for more than a table and functions of
 * PostgreSQL's own; see {@link PostgresCatalog}.
 */
final class PostgresPlans implements PlanDialect {

  static final PostgresPlans INSTANCE = new PostgresPlans();

  /** The first version that plans a text with bind markers. */
  private static final int GENERIC_PLAN_VERSION = 160_000;

  private static final String SESSION =
      "SELECT pg_catalog.version(), pg_catalog.current_setting('server_version_num')::int4,"
          + " pg_catalog.current_setting('transaction_read_only'),"
          + " pg_catalog.array_to_string(pg_catalog.current_schemas(true), ',')";

  private PostgresPlans() {}

  @Override
  public Grammar grammar() {
    return Grammar.POSTGRESQL;
  }

  @Override
  public String plan(TimedStatement statement, GuardedSelect select)
      throws SQLException, NoPlanException {
    statement.execute("SET TRANSACTION READ ONLY");
    statement.execute("SET LOCAL statement_timeout = '" + TIMEOUT_SECONDS + "s'");
    statement.execute("SET LOCAL lock_timeout = '" + LOCK_TIMEOUT_SECONDS + "s'");
    checkSession(statement, select);
    PostgresCatalog.check(statement, select);
    if (select.parameters() == 0) {
      return PlanHider.hide(lines(statement, "EXPLAIN " + select.text()));
    }
    statement.execute(genericPlan(select.text()));
    return PlanHider.hide(lines(statement, "SELECT pg_catalog.current_setting('gnomon.plan')"));
  }

  /**
   * Has the server itself send a text with markers to its planner, and keep the plan in a variable
   * of the transaction. From outside, the extended protocol would ask for values of the markers.
   */
  private static String genericPlan(String text) {
    String body =
        "DECLARE line text; plan text; BEGIN FOR line IN EXECUTE "
            + quoted("EXPLAIN (GENERIC_PLAN) " + text)
            + " LOOP plan := pg_catalog.concat(plan, line, pg_catalog.chr(10)); END LOOP;"
            + " PERFORM pg_catalog.set_config('gnomon.plan', plan, true); END";
    return "DO " + quoted(body);
  }

  /** The text holds no backslash, so only quotes mean something. */
  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  private static void checkSession(TimedStatement statement, GuardedSelect select)
      throws SQLException, NoPlanException {
    try (ResultSet session = statement.query(SESSION)) {
      session.next();
      if (!session.getString(1).startsWith("PostgreSQL ")) {
        throw new NoPlanException(Outcome.SKIPPED_SERVER);
      }
      if (select.parameters() > 0 && session.getInt(2) < GENERIC_PLAN_VERSION) {
        throw new NoPlanException(Outcome.REFUSED_PARAMETERS);
      }
      // Where pg_catalog is not searched first, "text" may be anybody's type.
      boolean catalogFirst = (session.getString(4) + ",").startsWith("pg_catalog,");
      if (!catalogFirst || !session.getString(3).equals("on")) {
        throw new NoPlanException(Outcome.REFUSED_SESSION);
      }
    }
  }

  private static String lines(TimedStatement statement, String sql)
      throws SQLException, NoPlanException {
    StringBuilder lines = new StringBuilder();
    try (ResultSet result = statement.query(sql)) {
      while (result.next() && lines.length() < PlanHider.MAX_READ_CHARS) {
        lines.append(lines.length() == 0 ? "" : "\n").append(result.getString(1));
      }
    }
    return lines.toString();
  }
}
