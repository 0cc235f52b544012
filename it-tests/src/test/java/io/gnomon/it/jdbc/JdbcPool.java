package io.gnomon.it.jdbc;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Pools, wrappers and routers. */
enum JdbcPool {
  NONE("no pool", ""),
  HIKARICP("HikariCP", "HikariCP"),
  TOMCAT("Tomcat JDBC", "tomcat-jdbc"),
  TOMCAT_CACHE("Tomcat JDBC, statement cache", "tomcat-jdbc"),
  DBCP2("Commons DBCP", "commons-dbcp2"),
  DBCP2_CACHE("Commons DBCP, statements pooled", "commons-dbcp2"),
  C3P0("c3p0", "c3p0"),
  C3P0_CACHE("c3p0, statement cache", "c3p0"),
  AGROAL("Agroal", "agroal-pool"),
  VIBUR("Vibur", "vibur-dbcp"),
  VIBUR_CACHE("Vibur, statement cache", "vibur-dbcp"),
  DRUID("Druid", "druid", true),
  DRUID_CACHE("Druid, statement cache", "druid", true),
  UCP("Oracle UCP", "ucp11"),
  UCP_CACHE("Oracle UCP, statement cache", "ucp11"),
  P6SPY_DRIVER("P6Spy as driver, in HikariCP", "p6spy", true),
  P6SPY_SOURCE("P6Spy around HikariCP", "p6spy", true),
  DATASOURCE_PROXY("datasource-proxy around HikariCP", "datasource-proxy"),
  JDK_PROXY("JDK proxies around HikariCP", ""),
  UNWRAP_ITSELF("`unwrap` gives itself", ""),
  UNWRAP_WRONG("`unwrap` gives something else", ""),
  UNWRAP_THROWS("`unwrap` throws", ""),
  UNWRAP_MISSING("without `unwrap`", "");

  final String title;
  final String artifact;
  final Set<StatementKind> absent = EnumSet.noneOf(StatementKind.class);

  JdbcPool(String title, String artifact) {
    this(title, artifact, false);
  }

  JdbcPool(String title, String artifact, boolean withoutLarge) {
    this.title = title;
    this.artifact = artifact;
    if (withoutLarge) {
      for (StatementKind kind : StatementKind.values()) {
        if (kind.name().contains("LARGE")) {
          absent.add(kind);
        }
      }
    }
  }

  /** As the service calls it. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
