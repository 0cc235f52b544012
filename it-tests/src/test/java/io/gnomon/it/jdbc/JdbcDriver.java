package io.gnomon.it.jdbc;

import static io.gnomon.it.jdbc.StatementKind.CALL_EXECUTE;
import static io.gnomon.it.jdbc.StatementKind.CALL_QUERY;
import static io.gnomon.it.jdbc.StatementKind.CALL_UPDATE;
import static io.gnomon.it.jdbc.StatementKind.EXECUTE_KEY_INDEX;
import static io.gnomon.it.jdbc.StatementKind.EXECUTE_KEY_NAME;
import static io.gnomon.it.jdbc.StatementKind.LARGE_UPDATE_KEY_INDEX;
import static io.gnomon.it.jdbc.StatementKind.LARGE_UPDATE_KEY_NAME;
import static io.gnomon.it.jdbc.StatementKind.PREPARED_KEY_INDEX;
import static io.gnomon.it.jdbc.StatementKind.SEVERAL_RESULTS;
import static io.gnomon.it.jdbc.StatementKind.UPDATE_KEY_INDEX;
import static io.gnomon.it.jdbc.StatementKind.UPDATE_KEY_NAME;

import java.util.Set;

/** The drivers, with the options that change how they execute. */
enum JdbcDriver {
  POSTGRESQL(
      "PostgreSQL",
      "postgresql",
      Server.POSTGRESQL,
      "",
      "postgresql",
      EXECUTE_KEY_INDEX,
      UPDATE_KEY_INDEX,
      LARGE_UPDATE_KEY_INDEX,
      PREPARED_KEY_INDEX),
  POSTGRESQL_REWRITING(
      "PostgreSQL, batches rewritten",
      "postgresql",
      Server.POSTGRESQL,
      "?reWriteBatchedInserts=true",
      "postgresql",
      EXECUTE_KEY_INDEX,
      UPDATE_KEY_INDEX,
      LARGE_UPDATE_KEY_INDEX,
      PREPARED_KEY_INDEX),
  MYSQL(
      "MySQL Connector/J", "mysql-connector-j", Server.MARIADB, "?allowMultiQueries=true", "mysql"),
  MYSQL_PREPARED(
      "MySQL Connector/J, server-prepared, cached",
      "mysql-connector-j",
      Server.MARIADB,
      "?allowMultiQueries=true&useServerPrepStmts=true&cachePrepStmts=true",
      "mysql"),
  MYSQL_REWRITING(
      "MySQL Connector/J, batches rewritten",
      "mysql-connector-j",
      Server.MARIADB,
      "?allowMultiQueries=true&rewriteBatchedStatements=true",
      "mysql"),
  MARIADB(
      "MariaDB Connector/J",
      "mariadb-java-client",
      Server.MARIADB,
      "?allowMultiQueries=true&sslMode=disable",
      "mariadb"),
  MARIADB_PREPARED(
      "MariaDB Connector/J, server-prepared, bulk",
      "mariadb-java-client",
      Server.MARIADB,
      "?allowMultiQueries=true&useServerPrepStmts=true&useBulkStmts=true&sslMode=disable",
      "mariadb"),
  H2("H2", "h2", Server.H2, ";DB_CLOSE_DELAY=-1", "h2database", SEVERAL_RESULTS),
  HSQLDB("HSQLDB", "hsqldb", Server.HSQLDB, "", "hsqldb", CALL_QUERY, SEVERAL_RESULTS),
  DERBY("Derby", "derby", Server.DERBY, ";create=true", "derby", CALL_QUERY, SEVERAL_RESULTS),
  SQLITE(
      "SQLite (Xerial)",
      "sqlite-jdbc",
      Server.SQLITE,
      "",
      "sqlite",
      EXECUTE_KEY_INDEX,
      EXECUTE_KEY_NAME,
      UPDATE_KEY_INDEX,
      UPDATE_KEY_NAME,
      LARGE_UPDATE_KEY_INDEX,
      LARGE_UPDATE_KEY_NAME,
      CALL_EXECUTE,
      CALL_QUERY,
      CALL_UPDATE,
      SEVERAL_RESULTS);

  /** Where its database is. */
  enum Server {
    POSTGRESQL("PostgreSQL"),
    MARIADB("MariaDB"),
    H2("in the JVM"),
    HSQLDB("in the JVM"),
    DERBY("in the JVM"),
    SQLITE("in the JVM");

    final String title;

    Server(String title) {
      this.title = title;
    }
  }

  final String title;
  final String artifact;
  final Server server;
  final String options;
  final String systemName;
  final Set<StatementKind> absent;

  JdbcDriver(
      String title,
      String artifact,
      Server server,
      String options,
      String systemName,
      StatementKind... absent) {
    this.title = title;
    this.artifact = artifact;
    this.server = server;
    this.options = options;
    this.systemName = systemName;
    this.absent = Set.of(absent);
  }
}
