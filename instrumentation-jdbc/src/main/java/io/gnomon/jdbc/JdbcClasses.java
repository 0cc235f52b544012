package io.gnomon.jdbc;

import io.gnomon.core.query.Callee;

/**
 * What we know of each class, kept by the class itself, so that nothing of ours holds an
 * application's class loader. Any thread; no allocation once a class is known.
 */
final class JdbcClasses extends ClassValue<JdbcClass> {

  private static final String[] SYSTEMS = {
    "org.postgresql.", "postgresql",
    "com.mysql.", "mysql",
    "org.mariadb.", "mariadb",
    "org.h2.", "h2database",
    "org.hsqldb.", "hsqldb",
    "org.apache.derby.", "derby",
    "org.sqlite.", "sqlite",
    "com.microsoft.sqlserver.", "microsoft.sql_server",
    "net.sourceforge.jtds.", "microsoft.sql_server",
    "oracle.jdbc.", "oracle.db",
    "com.ibm.db2.", "ibm.db2",
    "com.amazon.redshift.", "aws.redshift",
    "com.clickhouse.", "clickhouse",
    "io.trino.", "trino",
    "com.facebook.presto.", "presto",
    "net.snowflake.", "snowflake",
    "com.sap.db.", "sap.hana",
    "com.informix.", "ibm.informix",
    "org.firebirdsql.", "firebirdsql",
    "com.singlestore.", "singlestore",
    "com.vertica.", "vertica",
  };

  private final Databases databases;

  JdbcClasses(Databases databases) {
    this.databases = databases;
  }

  @Override
  protected JdbcClass computeValue(Class<?> type) {
    return new JdbcClass(
        type,
        new Callee(DriverIdentity.of(type)),
        databases.withoutAddress(systemName(type.getName())));
  }

  static String systemName(String className) {
    for (int i = 0; i < SYSTEMS.length; i += 2) {
      if (className.startsWith(SYSTEMS[i])) {
        return SYSTEMS[i + 1];
      }
    }
    return "other_sql";
  }
}
