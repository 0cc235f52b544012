package io.gnomon.jdbc.pools;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The classes that connection pools put around a driver's, by name. Their statements and results
 * never count, for the driver's inside them do, so it is not worth a call to learn that of each;
 * only that a connection is given back is told by them.
 */
public final class PoolClasses {

  /** Packages of pools, where no class is a driver's. */
  public static final List<String> PACKAGES =
      list(
          "com/zaxxer/hikari/pool/",
          "org/apache/commons/dbcp2/",
          "org/apache/tomcat/dbcp/dbcp2/",
          "com/mchange/v2/c3p0/impl/",
          "io/agroal/pool/",
          "com/alibaba/druid/pool/");

  /** The connections of these packages that an application closes, in all versions. */
  public static final List<String> CONNECTIONS =
      list(
          "com/zaxxer/hikari/pool/ProxyConnection",
          "org/apache/commons/dbcp2/DelegatingConnection",
          "org/apache/commons/dbcp2/PoolingDataSource$PoolGuardConnectionWrapper",
          "org/apache/commons/dbcp2/PoolingDriver$PoolGuardConnectionWrapper",
          "org/apache/commons/dbcp2/cpdsadapter/ConnectionImpl",
          "org/apache/commons/dbcp2/managed/ManagedConnection",
          "org/apache/tomcat/dbcp/dbcp2/DelegatingConnection",
          "org/apache/tomcat/dbcp/dbcp2/PoolingDataSource$PoolGuardConnectionWrapper",
          "org/apache/tomcat/dbcp/dbcp2/PoolingDriver$PoolGuardConnectionWrapper",
          "org/apache/tomcat/dbcp/dbcp2/cpdsadapter/ConnectionImpl",
          "org/apache/tomcat/dbcp/dbcp2/managed/ManagedConnection",
          "com/mchange/v2/c3p0/impl/NewProxyConnection",
          "com/mchange/v2/c3p0/impl/AbstractNewProxyConnection",
          "io/agroal/pool/wrapper/ConnectionWrapper",
          "com/alibaba/druid/pool/DruidPooledConnection");

  private PoolClasses() {}

  private static List<String> list(String... names) {
    return Collections.unmodifiableList(Arrays.asList(names));
  }
}
