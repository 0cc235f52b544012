package io.gnomon.jdbc.explain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;

/**
 * Asks PostgreSQL's catalogue what a text's names stand for, in one query. Refused are
 *
 * <ul>
 *   <li>views and foreign tables, also as partitions; tables with row security, whose policies are
 *       part of the query; tables with an index, a constraint or statistics that call a function
 *       which is not the database's own;
 *   <li>a call for which there is a function outside {@code pg_catalog}, and a name that is one of
 *       a single argument's ({@code t.f} calls {@code f(t)}, {@code (1).f} calls {@code f(1)});
 *   <li>any operator, cast or function of a range type outside {@code pg_catalog}: they are called
 *       without being named.
 * </ul>
 *
 * A function written in C and declared immutable, as extensions have them, is taken for the
 * database's own: only a superuser can bring one.
 */
final class PostgresCatalog {

  private static final String IMPURE =
      "NOT (p.provolatile = 'i' AND p.prolang IN"
          + " (SELECT oid FROM pg_catalog.pg_language WHERE lanname IN ('internal', 'c')))";

  private static final String NOT_OWN =
      "<> (SELECT oid FROM pg_catalog.pg_namespace WHERE nspname = 'pg_catalog')";

  private static final String RELATIONS =
      "WITH RECURSIVE asked AS (SELECT %names%::name[] AS names, %calls%::name[] AS calls),"
          + " named AS (SELECT c.oid, c.relkind, c.relrowsecurity FROM asked,"
          + " pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
          + " WHERE c.relname = ANY (asked.names) AND c.relkind IN ('r', 'p', 'm', 'v', 'f')"
          + " AND (n.nspname = ANY (pg_catalog.current_schemas(true))"
          + " OR n.nspname = ANY (asked.names))"
          + " UNION SELECT c.oid, c.relkind, c.relrowsecurity FROM named"
          + " JOIN pg_catalog.pg_inherits i ON i.inhparent = named.oid"
          + " JOIN pg_catalog.pg_class c ON c.oid = i.inhrelid)";

  private static final String HIDDEN_CALLS =
      "EXISTS (SELECT FROM named JOIN pg_catalog.pg_depend d"
          + " ON d.refclassid = 'pg_catalog.pg_proc'::regclass AND ("
          + "d.classid = 'pg_catalog.pg_class'::regclass AND (d.objid = named.oid OR d.objid IN"
          + " (SELECT indexrelid FROM pg_catalog.pg_index WHERE indrelid = named.oid))"
          + " OR d.classid = 'pg_catalog.pg_constraint'::regclass AND d.objid IN"
          + " (SELECT oid FROM pg_catalog.pg_constraint WHERE conrelid = named.oid)"
          + " OR d.classid = 'pg_catalog.pg_statistic_ext'::regclass AND d.objid IN"
          + " (SELECT oid FROM pg_catalog.pg_statistic_ext WHERE stxrelid = named.oid))"
          + " JOIN pg_catalog.pg_proc p ON p.oid = d.refobjid WHERE "
          + IMPURE
          + ")";

  private static final String FUNCTIONS =
      "EXISTS (SELECT FROM asked, pg_catalog.pg_proc p WHERE p.pronamespace "
          + NOT_OWN
          + " AND (p.proname = ANY (asked.calls) OR p.proname = ANY (asked.names)"
          + " AND p.pronargs > 0 AND p.pronargs - p.pronargdefaults <= 1) AND "
          + IMPURE
          + ")";

  private static final String OPERATORS =
      "EXISTS (SELECT FROM pg_catalog.pg_operator o JOIN pg_catalog.pg_proc p ON p.oid = o.oprcode"
          + " WHERE o.oprnamespace "
          + NOT_OWN
          + " AND "
          + IMPURE
          + ")";

  private static final String CASTS =
      "EXISTS (SELECT FROM pg_catalog.pg_cast k JOIN pg_catalog.pg_proc p ON p.oid = k.castfunc"
          + " WHERE p.pronamespace "
          + NOT_OWN
          + " AND "
          + IMPURE
          + ")";

  private static final String RANGES =
      "EXISTS (SELECT FROM pg_catalog.pg_range g JOIN pg_catalog.pg_proc p"
          + " ON p.oid IN (g.rngsubdiff, g.rngcanonical) WHERE p.pronamespace "
          + NOT_OWN
          + " AND "
          + IMPURE
          + ")";

  private static final String QUERY =
      RELATIONS
          + " SELECT EXISTS (SELECT FROM named WHERE relkind IN ('v', 'f') OR relrowsecurity) OR "
          + HIDDEN_CALLS
          + ", "
          + FUNCTIONS
          + " OR "
          + OPERATORS
          + " OR "
          + CASTS
          + " OR "
          + RANGES;

  private PostgresCatalog() {}

  /**
   * Looks names up.
   *
   * @throws NoPlanException if one stands for more than is harmless
   */
  static void check(TimedStatement statement, GuardedSelect select)
      throws SQLException, NoPlanException {
    String query =
        QUERY.replace("%names%", array(select.names())).replace("%calls%", array(select.calls()));
    try (ResultSet result = statement.query(query)) {
      result.next();
      if (result.getBoolean(1)) {
        throw new NoPlanException(Outcome.REFUSED_RELATION);
      }
      if (result.getBoolean(2)) {
        throw new NoPlanException(Outcome.REFUSED_FUNCTION);
      }
    }
  }

  /** Names of {@link GuardedSelect} hold no quote and no backslash. */
  private static String array(Set<String> names) {
    return names.isEmpty() ? "ARRAY[]" : "ARRAY['" + String.join("', '", names) + "']";
  }
}
