package io.gnomon.jdbc.explain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Asks MariaDB what a text's names stand for. Refused are views, sequences, tables of engines that
 * ask elsewhere, what belongs to the server itself, and calls for which there is a stored function
 * of that name.
 */
final class MariaDbCatalog {

  /** How many rows of one answer are looked through. */
  private static final int MAX_ROWS = 10_000;

  private static final List<String> OF_THE_SERVER =
      Arrays.asList("information_schema", "performance_schema", "mysql", "sys");

  private final TimedStatement statement;
  private final Set<String> names = new HashSet<>();

  private MariaDbCatalog(TimedStatement statement, Set<String> names) {
    this.statement = statement;
    for (String name : names) {
      this.names.add(lowerCase(name));
    }
  }

  /**
   * Looks names up.
   *
   * @param schema where unqualified names are looked for
   * @throws NoPlanException if one stands for more than is harmless
   */
  static void check(TimedStatement statement, GuardedSelect select, String schema)
      throws SQLException, NoPlanException {
    MariaDbCatalog catalog = new MariaDbCatalog(statement, select.names());
    catalog.checkFunctions(select.calls());
    Set<String> schemas = catalog.read("SELECT SCHEMA_NAME FROM information_schema.SCHEMATA");
    schemas.retainAll(catalog.names);
    schemas.add(lowerCase(schema));
    for (String each : schemas) {
      catalog.checkTables(each);
    }
  }

  private void checkFunctions(Set<String> calls) throws SQLException, NoPlanException {
    String found =
        "SELECT ROUTINE_NAME FROM information_schema.ROUTINES WHERE ROUTINE_NAME IN ('"
            + String.join("', '", calls)
            + "')";
    if (!read(found).isEmpty()) {
      throw new NoPlanException(Outcome.REFUSED_FUNCTION);
    }
  }

  private void checkTables(String schema) throws SQLException, NoPlanException {
    if (OF_THE_SERVER.contains(schema) || schema.indexOf('\'') >= 0 || schema.indexOf('\\') >= 0) {
      throw new NoPlanException(Outcome.REFUSED_RELATION);
    }
    Set<String> special =
        read(
            "SELECT TABLE_NAME FROM information_schema.TABLES WHERE TABLE_SCHEMA = '"
                + schema
                + "' AND LOWER(TABLE_NAME) IN ('"
                + String.join("', '", names)
                + "') AND (TABLE_TYPE IS NULL OR ENGINE IS NULL OR TABLE_TYPE <> 'BASE TABLE'"
                + " OR ENGINE NOT IN ('InnoDB', 'MyISAM', 'Aria', 'MEMORY'))");
    special.retainAll(names);
    if (!special.isEmpty()) {
      throw new NoPlanException(Outcome.REFUSED_RELATION);
    }
  }

  /** The first column, in lower case; refuses what is too much to look through. */
  private Set<String> read(String sql) throws SQLException, NoPlanException {
    Set<String> values = new HashSet<>();
    try (ResultSet rows = statement.query(sql + " LIMIT " + MAX_ROWS)) {
      while (rows.next()) {
        values.add(lowerCase(rows.getString(1)));
      }
    }
    if (values.size() >= MAX_ROWS) {
      throw new NoPlanException(Outcome.REFUSED_RELATION);
    }
    return values;
  }

  private static String lowerCase(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
