package io.gnomon.jdbc.url;

import java.util.Locale;

/** The JDBC subprotocols that we know: their {@code db.system.name}, default port and form. */
enum UrlScheme {
  POSTGRESQL("postgresql", 5432, Form.NETWORK, "postgresql pgsql postgis timescaledb pgvector"),
  MYSQL("mysql", 3306, Form.NETWORK, "mysql mysql+srv"),
  MARIADB("mariadb", 3306, Form.NETWORK, "mariadb"),
  H2("h2database", 9092, Form.EMBEDDED, "h2"),
  HSQLDB("hsqldb", 9001, Form.EMBEDDED, "hsqldb"),
  DERBY("derby", 1527, Form.EMBEDDED, "derby"),
  SQLITE("sqlite", 0, Form.EMBEDDED, "sqlite"),
  SQL_SERVER("microsoft.sql_server", 1433, Form.SQL_SERVER, "sqlserver jtds microsoft"),
  ORACLE("oracle.db", 1521, Form.ORACLE, "oracle"),
  DB2("ibm.db2", 50000, Form.NETWORK, "db2 as400"),
  REDSHIFT("aws.redshift", 5439, Form.NETWORK, "redshift"),
  CLICKHOUSE("clickhouse", 8123, Form.NETWORK, "clickhouse ch"),
  TRINO("trino", 8080, Form.NETWORK, "trino"),
  COCKROACHDB("cockroachdb", 26257, Form.NETWORK, "cockroachdb cockroach"),
  FIREBIRD("firebirdsql", 3050, Form.FIREBIRD, "firebirdsql firebird"),
  HIVE("hive", 10000, Form.NETWORK, "hive2"),
  INFORMIX("ibm.informix", 0, Form.NETWORK, "informix-sqli"),
  NETEZZA("ibm.netezza", 5480, Form.NETWORK, "netezza"),
  HANA("sap.hana", 0, Form.NETWORK, "sap"),
  TERADATA("teradata", 1025, Form.NETWORK, "teradata"),
  PRESTO("presto", 8080, Form.NETWORK, "presto"),
  SNOWFLAKE("snowflake", 443, Form.NETWORK, "snowflake"),
  SINGLESTORE("singlestore", 3306, Form.NETWORK, "singlestore"),
  VERTICA("vertica", 5433, Form.NETWORK, "vertica"),
  OTHER("other_sql", 0, Form.NETWORK, "");

  /** How the rest of a URL is written. */
  enum Form {
    NETWORK,
    EMBEDDED,
    SQL_SERVER,
    ORACLE,
    FIREBIRD
  }

  final String systemName;
  final int defaultPort;
  final Form form;
  private final String subprotocols;

  UrlScheme(String systemName, int defaultPort, Form form, String subprotocols) {
    this.systemName = systemName;
    this.defaultPort = defaultPort;
    this.form = form;
    this.subprotocols = " " + subprotocols + " ";
  }

  /** Whether a URL without a host means this machine. */
  boolean onLocalhost() {
    return this == POSTGRESQL || this == MYSQL || this == MARIADB || this == SINGLESTORE;
  }

  /** The default port of a system, or 0 if it has none or is not known. */
  static int defaultPort(String systemName) {
    for (UrlScheme scheme : values()) {
      if (scheme.systemName.equals(systemName)) {
        return scheme.defaultPort;
      }
    }
    return 0;
  }

  /** The scheme of a subprotocol in any case; {@link #OTHER} if it is not known. */
  static UrlScheme of(String subprotocol) {
    String wanted = " " + subprotocol.toLowerCase(Locale.ROOT) + " ";
    for (UrlScheme scheme : values()) {
      if (scheme.subprotocols.contains(wanted)) {
        return scheme;
      }
    }
    return OTHER;
  }
}
