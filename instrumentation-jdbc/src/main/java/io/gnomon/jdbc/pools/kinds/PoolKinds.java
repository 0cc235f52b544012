package io.gnomon.jdbc.pools.kinds;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The makes of pools that we know, by the class names of their data sources. Immutable. */
public final class PoolKinds {

  /** UCP-45064, all connections are in use. */
  private static final int UCP_ALL_IN_USE = 45_064;

  private final Map<String, PoolKind> byClassName = new LinkedHashMap<>();

  /** All of them. */
  public PoolKinds() {
    byClassName.put("com.zaxxer.hikari.HikariDataSource", hikari());
    byClassName.put("org.apache.tomcat.jdbc.pool.DataSourceProxy", tomcat());
    byClassName.put("org.apache.commons.dbcp2.BasicDataSource", dbcp());
    byClassName.put("org.apache.tomcat.dbcp.dbcp2.BasicDataSource", dbcp());
    byClassName.put("com.mchange.v2.c3p0.impl.AbstractPoolBackedDataSource", c3p0());
    byClassName.put("io.agroal.pool.DataSource", agroal());
    byClassName.put("org.vibur.dbcp.ViburDBCPDataSource", vibur());
    byClassName.put("com.alibaba.druid.pool.DruidDataSource", druid());
    byClassName.put("oracle.ucp.jdbc.PoolDataSourceImpl", ucp());
  }

  /**
   * The make of a data source.
   *
   * @param type its class, or a subclass of the pool's
   * @return null if it is none of those we know
   */
  public @Nullable PoolKind of(Class<?> type) {
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      PoolKind kind = byClassName.get(each.getName());
      if (kind != null) {
        return kind;
      }
    }
    return null;
  }

  private static PoolKind hikari() {
    return new PoolKind("hikaricp")
        .name("getPoolName")
        .url("getJdbcUrl")
        .value(PoolValue.USED, "getHikariPoolMXBean.getActiveConnections")
        .value(PoolValue.IDLE, "getHikariPoolMXBean.getIdleConnections")
        .value(PoolValue.MAX, "getMaximumPoolSize")
        .value(PoolValue.IDLE_MIN, "getMinimumIdle")
        .value(PoolValue.PENDING, "getHikariPoolMXBean.getThreadsAwaitingConnection")
        .timeouts("java.sql.SQLTransientConnectionException");
  }

  /**
   * By the pool inside as it was when it was opened: the data source's methods would open it anew.
   */
  private static PoolKind tomcat() {
    return new PoolKind("tomcat-jdbc")
        .name("getName")
        .madeUpNames("Tomcat Connection Pool[")
        .url("getUrl")
        .creator("getPool")
        .value(PoolValue.USED, "maker.getActive")
        .value(PoolValue.IDLE, "maker.getIdle")
        .value(PoolValue.MAX, "getMaxActive")
        .value(PoolValue.IDLE_MAX, "getMaxIdle")
        .value(PoolValue.IDLE_MIN, "getMinIdle")
        .value(PoolValue.PENDING, "maker.getWaitCount")
        .timeouts("org.apache.tomcat.jdbc.pool.PoolExhaustedException");
  }

  /**
   * By the pool inside, which takes no lock to tell. Versions that do not show it have locks held
   * while the first connection is made, and we ask after that.
   */
  private static PoolKind dbcp() {
    return new PoolKind("dbcp2")
        .url("getUrl")
        .creator("getConnectionPool.getFactory")
        .value(PoolValue.USED, "getConnectionPool.getNumActive", "getNumActive")
        .value(PoolValue.IDLE, "getConnectionPool.getNumIdle", "getNumIdle")
        .value(PoolValue.MAX, "getConnectionPool.getMaxTotal", "getMaxTotal")
        .value(PoolValue.IDLE_MAX, "getConnectionPool.getMaxIdle", "getMaxIdle")
        .value(PoolValue.IDLE_MIN, "getConnectionPool.getMinIdle", "getMinIdle")
        .value(PoolValue.PENDING, "getConnectionPool.getNumWaiters")
        .timeouts("java.util.NoSuchElementException");
  }

  /** Over all users where it can: what goes by one user makes a pool for that user. */
  private static PoolKind c3p0() {
    return new PoolKind("c3p0")
        .name("getDataSourceName")
        .madeUpName("getIdentityToken")
        .url("getJdbcUrl", "getConnectionPoolDataSource.getNestedDataSource.getJdbcUrl")
        .creator("getConnectionPoolDataSource")
        .value(PoolValue.USED, "getNumBusyConnectionsAllUsers")
        .value(PoolValue.IDLE, "getNumIdleConnectionsAllUsers")
        .value(PoolValue.MAX, "getMaxPoolSize")
        .value(PoolValue.PENDING, "getNumThreadsAwaitingCheckoutDefaultUser")
        .timeouts("com.mchange.v2.resourcepool.TimeoutException");
  }

  /** With its metrics off, all its counts are 0. */
  private static PoolKind agroal() {
    String pool = "getConfiguration.connectionPoolConfiguration.";
    return new PoolKind("agroal")
        .url(pool + "connectionFactoryConfiguration.jdbcUrl")
        .creator(pool + "connectionFactoryConfiguration")
        .condition("getConfiguration.metricsEnabled")
        .value(PoolValue.USED, "getMetrics.activeCount")
        .value(PoolValue.IDLE, "getMetrics.availableCount")
        .value(PoolValue.MAX, pool + "maxSize")
        .value(PoolValue.PENDING, "getMetrics.awaitingCount")
        .timeouts("java.util.concurrent.TimeoutException")
        .timeoutAfter(pool + "acquisitionTimeout.toNanos");
  }

  private static PoolKind vibur() {
    return new PoolKind("vibur")
        .name("getName")
        .url("getJdbcUrl")
        .value(PoolValue.USED, "getPool.taken")
        .value(PoolValue.IDLE, "getPool.remainingCreated")
        .value(PoolValue.MAX, "getPoolMaxSize")
        .timeouts("java.sql.SQLTimeoutException");
  }

  private static PoolKind druid() {
    return new PoolKind("druid")
        .name("getName")
        .madeUpNames("DataSource-")
        .url("getUrl")
        .value(PoolValue.USED, "getActiveCount")
        .value(PoolValue.IDLE, "getPoolingCount")
        .value(PoolValue.MAX, "getMaxActive")
        .value(PoolValue.IDLE_MIN, "getMinIdle")
        .value(PoolValue.PENDING, "getWaitThreadCount")
        .timeouts("com.alibaba.druid.pool.GetConnectionTimeoutException");
  }

  private static PoolKind ucp() {
    return new PoolKind("ucp")
        .name("getConnectionPoolName")
        .madeUpNames("UniversalConnectionPool(")
        .url("getURL")
        .value(PoolValue.USED, "getBorrowedConnectionsCount")
        .value(PoolValue.IDLE, "getAvailableConnectionsCount")
        .value(PoolValue.MAX, "getMaxPoolSize")
        .value(PoolValue.PENDING, "getStatistics.getPendingRequestsCount")
        .timeouts("oracle.ucp.UniversalConnectionPoolException")
        .timeoutCode(UCP_ALL_IN_USE);
  }
}
