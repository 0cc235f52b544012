package com.example.pools;

import com.alibaba.druid.pool.DruidDataSource;
import com.mchange.v2.c3p0.ComboPooledDataSource;
import com.zaxxer.hikari.HikariDataSource;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.apache.commons.dbcp2.BasicDataSource;
import org.vibur.dbcp.ViburDBCPDataSource;

/**
 * Opens pools of three connections on a database of H2's that is named as the pool, with one idle
 * connection at least and two at most where the pool has such a setting.
 */
final class Openers {

  static final int SIZE = 3;
  private static final int IDLE_MIN = 1;
  private static final int IDLE_MAX = 2;
  private static final int TIMEOUT_MILLIS = 1_000;
  private static final String DRIVER = "org.h2.Driver";

  private Openers() {}

  static String url(String pool) {
    return "jdbc:h2:mem:" + pool + ";DB_CLOSE_DELAY=-1";
  }

  static DataSource open(String pool) throws Exception {
    return switch (pool) {
      case "hikari" -> hikari(pool);
      case "tomcat" -> tomcat(pool);
      case "dbcp" -> dbcp(pool);
      case "tomcatdbcp" -> tomcatDbcp(pool);
      case "c3p0" -> c3p0(pool);
      case "agroal" -> agroal(pool, true);
      case "agroalmute" -> agroal(pool, false);
      case "vibur" -> vibur(pool);
      case "druid" -> druid(pool);
      case "ucp" -> ucp(pool);
      default -> throw new IllegalArgumentException(pool);
    };
  }

  private static DataSource hikari(String name) {
    HikariDataSource pool = new HikariDataSource();
    pool.setPoolName(name);
    pool.setJdbcUrl(url(name));
    pool.setMaximumPoolSize(SIZE);
    pool.setMinimumIdle(IDLE_MIN);
    pool.setConnectionTimeout(TIMEOUT_MILLIS);
    return pool;
  }

  private static DataSource tomcat(String name) {
    org.apache.tomcat.jdbc.pool.DataSource pool = new org.apache.tomcat.jdbc.pool.DataSource();
    pool.setName(name);
    pool.setDriverClassName(DRIVER);
    pool.setUrl(url(name));
    pool.setMaxActive(SIZE);
    pool.setInitialSize(1);
    pool.setMinIdle(IDLE_MIN);
    pool.setMaxIdle(IDLE_MAX);
    pool.setMaxWait(TIMEOUT_MILLIS);
    return pool;
  }

  private static DataSource dbcp(String name) {
    BasicDataSource pool = new BasicDataSource();
    pool.setUrl(url(name));
    pool.setMaxTotal(SIZE);
    pool.setMinIdle(IDLE_MIN);
    pool.setMaxIdle(IDLE_MAX);
    pool.setMaxWait(Duration.ofMillis(TIMEOUT_MILLIS));
    return pool;
  }

  private static DataSource tomcatDbcp(String name) {
    org.apache.tomcat.dbcp.dbcp2.BasicDataSource pool =
        new org.apache.tomcat.dbcp.dbcp2.BasicDataSource();
    pool.setUrl(url(name));
    pool.setMaxTotal(SIZE);
    pool.setMinIdle(IDLE_MIN);
    pool.setMaxIdle(IDLE_MAX);
    pool.setMaxWaitMillis(TIMEOUT_MILLIS);
    return pool;
  }

  private static DataSource c3p0(String name) throws Exception {
    ComboPooledDataSource pool = new ComboPooledDataSource();
    pool.setDataSourceName(name);
    pool.setDriverClass(DRIVER);
    pool.setJdbcUrl(url(name));
    pool.setInitialPoolSize(1);
    pool.setMinPoolSize(1);
    pool.setMaxPoolSize(SIZE);
    pool.setAcquireIncrement(1);
    pool.setCheckoutTimeout(TIMEOUT_MILLIS);
    return pool;
  }

  private static DataSource agroal(String name, boolean metrics) throws Exception {
    return AgroalDataSource.from(
        new AgroalDataSourceConfigurationSupplier()
            .metricsEnabled(metrics)
            .connectionPoolConfiguration(
                pool ->
                    pool.maxSize(SIZE)
                        .initialSize(1)
                        .acquisitionTimeout(Duration.ofMillis(TIMEOUT_MILLIS))
                        .connectionFactoryConfiguration(factory -> factory.jdbcUrl(url(name)))));
  }

  private static DataSource vibur(String name) {
    ViburDBCPDataSource pool = new ViburDBCPDataSource();
    pool.setName(name);
    pool.setJdbcUrl(url(name));
    pool.setUsername("");
    pool.setPassword("");
    pool.setPoolInitialSize(1);
    pool.setPoolMaxSize(SIZE);
    pool.setConnectionTimeoutInMs(TIMEOUT_MILLIS);
    pool.start();
    return pool;
  }

  private static DataSource druid(String name) {
    DruidDataSource pool = new DruidDataSource();
    pool.setName(name);
    pool.setUrl(url(name));
    pool.setInitialSize(1);
    pool.setMinIdle(IDLE_MIN);
    pool.setMaxActive(SIZE);
    pool.setMaxWait(TIMEOUT_MILLIS);
    return pool;
  }

  /** By reflection: its classes carry annotations that are in no jar of it, as javac warns. */
  private static DataSource ucp(String name) throws Exception {
    DataSource pool =
        (DataSource)
            Class.forName("oracle.ucp.jdbc.PoolDataSourceFactory")
                .getMethod("getPoolDataSource")
                .invoke(null);
    set(pool, "ConnectionPoolName", name);
    set(pool, "ConnectionFactoryClassName", DRIVER);
    set(pool, "URL", url(name));
    set(pool, "User", "");
    set(pool, "Password", "");
    set(pool, "InitialPoolSize", 1);
    set(pool, "MaxPoolSize", SIZE);
    set(pool, "ConnectionWaitTimeout", TIMEOUT_MILLIS / 1_000);
    return pool;
  }

  private static void set(Object bean, String property, Object value)
      throws ReflectiveOperationException {
    Class<?> type = value instanceof Integer ? int.class : String.class;
    bean.getClass().getMethod("set" + property, type).invoke(bean, value);
  }

  /** Closes a pool; UCP's is closed by its manager. */
  static void close(String name, DataSource pool) throws Exception {
    if (pool instanceof AutoCloseable closeable) {
      closeable.close();
    } else if (pool instanceof com.mchange.v2.c3p0.PooledDataSource pooled) {
      pooled.close();
    } else if (pool instanceof org.apache.tomcat.jdbc.pool.DataSource tomcat) {
      tomcat.close();
    } else if (name.equals("ucp")) {
      Class<?> type = Class.forName("oracle.ucp.admin.UniversalConnectionPoolManagerImpl");
      Object manager = type.getMethod("getUniversalConnectionPoolManager").invoke(null);
      manager.getClass().getMethod("destroyConnectionPool", String.class).invoke(manager, name);
    } else {
      throw new IllegalArgumentException(List.of(name, pool).toString());
    }
  }
}
