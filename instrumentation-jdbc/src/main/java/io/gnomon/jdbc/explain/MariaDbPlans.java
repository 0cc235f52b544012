package io.gnomon.jdbc.explain;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;

/**
 * MariaDB, whatever driver asks. While explaining it reads rows of tables that have one row or are
 * looked up by a unique key, and executes sub-queries that look cheap, so what they call runs.
 * {@link MariaDbCatalog} asks what the text's names stand for.
 */
final class MariaDbPlans implements PlanDialect {

  static final MariaDbPlans INSTANCE = new MariaDbPlans();

  private MariaDbPlans() {}

  @Override
  public Grammar grammar() {
    return Grammar.MARIADB;
  }

  @Override
  public String plan(TimedStatement statement, GuardedSelect select)
      throws SQLException, NoPlanException {
    statement.execute("START TRANSACTION READ ONLY");
    MariaDbCatalog.check(statement, select, currentSchema(statement));
    try (ResultSet rows = statement.query(explain(statement) + select.text())) {
      return table(rows);
    }
  }

  private static String explain(TimedStatement statement) throws NoPlanException {
    return "SET STATEMENT max_statement_time = "
        + statement.secondsLeft()
        + ", lock_wait_timeout = "
        + LOCK_TIMEOUT_SECONDS
        + " FOR EXPLAIN ";
  }

  private static String currentSchema(TimedStatement statement)
      throws SQLException, NoPlanException {
    try (ResultSet session = statement.query("SELECT VERSION(), @@sql_mode, DATABASE()")) {
      session.next();
      if (!session.getString(1).contains("MariaDB")) {
        throw new NoPlanException(Outcome.SKIPPED_SERVER);
      }
      String mode = session.getString(2);
      String schema = session.getString(3);
      if (mode.contains("ORACLE") || mode.contains("ANSI_QUOTES") || schema == null) {
        throw new NoPlanException(Outcome.REFUSED_SESSION);
      }
      return schema;
    }
  }

  /** The plan, a line per row. Its columns hold names and counts, and no literal. */
  private static String table(ResultSet rows) throws SQLException {
    ResultSetMetaData columns = rows.getMetaData();
    StringBuilder lines = new StringBuilder();
    while (rows.next() && lines.length() < PlanHider.MAX_PLAN_CHARS) {
      lines.append(lines.length() == 0 ? "" : "\n");
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        String value = rows.getString(i);
        lines.append(i == 1 ? "" : " ").append(columns.getColumnLabel(i)).append('=');
        lines.append(value == null ? "-" : value);
      }
    }
    return PlanHider.cut(lines);
  }
}
