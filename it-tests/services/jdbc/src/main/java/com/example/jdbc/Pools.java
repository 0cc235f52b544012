package com.example.jdbc;

import com.alibaba.druid.pool.DruidDataSource;
import com.mchange.v2.c3p0.ComboPooledDataSource;
import com.p6spy.engine.spy.P6DataSource;
import com.zaxxer.hikari.HikariDataSource;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.beans.PropertyVetoException;
import java.sql.SQLException;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.apache.commons.dbcp2.BasicDataSource;
import org.vibur.dbcp.ViburDBCPDataSource;

/** Opens pools and wrappers; a library is loaded only if its pool is asked for. */
final class Pools {

  private static final int SIZE = 2;
  private static final int CACHED_STATEMENTS = 100;

  private Pools() {}

  /**
   * Opens one.
   *
   * @param name of the pool
   * @param to which database
   * @return what the service uses
   */
  static DataSource open(String name, Target to) throws Exception {
    return switch (name) {
      case "none" -> new PlainSource(to);
      case "hikaricp" -> hikari(to);
      case "tomcat" -> tomcat(to, false);
      case "tomcat_cache" -> tomcat(to, true);
      case "dbcp2" -> dbcp2(to, false);
      case "dbcp2_cache" -> dbcp2(to, true);
      case "c3p0" -> c3p0(to, 0);
      case "c3p0_cache" -> c3p0(to, CACHED_STATEMENTS);
      case "agroal" -> agroal(to);
      case "vibur" -> vibur(to, 0);
      case "vibur_cache" -> vibur(to, CACHED_STATEMENTS);
      case "druid" -> druid(to, false);
      case "druid_cache" -> druid(to, true);
      case "ucp" -> ucp(to, 0);
      case "ucp_cache" -> ucp(to, CACHED_STATEMENTS);
      case "p6spy_driver" -> p6spyDriver(to);
      case "p6spy_source" -> new P6DataSource(hikari(to));
      case "datasource_proxy" -> ProxyDataSourceBuilder.create(hikari(to)).build();
      case "jdk_proxy" -> JdkProxy.of(hikari(to), Unwrap.HONEST);
      case "unwrap_itself" -> JdkProxy.of(new PlainSource(to), Unwrap.ITSELF);
      case "unwrap_wrong" -> JdkProxy.of(new PlainSource(to), Unwrap.WRONG);
      case "unwrap_throws" -> JdkProxy.of(new PlainSource(to), Unwrap.THROWS);
      case "unwrap_missing" -> JdkProxy.of(new PlainSource(to), Unwrap.MISSING);
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static DataSource hikari(Target to) {
    HikariDataSource pool = new HikariDataSource();
    pool.setJdbcUrl(to.url());
    pool.setUsername(to.user());
    pool.setPassword(to.password());
    pool.setMaximumPoolSize(SIZE);
    return pool;
  }

  private static DataSource tomcat(Target to, boolean cache) throws SQLException {
    org.apache.tomcat.jdbc.pool.DataSource pool = new org.apache.tomcat.jdbc.pool.DataSource();
    pool.setDriverClassName(to.driverClass());
    pool.setUrl(to.url());
    pool.setUsername(to.user());
    pool.setPassword(to.password());
    pool.setMaxActive(SIZE);
    pool.setInitialSize(1);
    pool.setJmxEnabled(false);
    if (cache) {
      pool.setJdbcInterceptors("StatementCache");
    }
    return pool;
  }

  private static DataSource dbcp2(Target to, boolean cache) {
    BasicDataSource pool = new BasicDataSource();
    pool.setUrl(to.url());
    pool.setUsername(to.user());
    pool.setPassword(to.password());
    pool.setMaxTotal(SIZE);
    pool.setPoolPreparedStatements(cache);
    return pool;
  }

  private static DataSource c3p0(Target to, int statements)
      throws SQLException, PropertyVetoException {
    ComboPooledDataSource pool = new ComboPooledDataSource();
    pool.setDriverClass(to.driverClass());
    pool.setJdbcUrl(to.url());
    pool.setUser(to.user());
    pool.setPassword(to.password());
    pool.setInitialPoolSize(1);
    pool.setMinPoolSize(1);
    pool.setMaxPoolSize(SIZE);
    pool.setMaxStatements(statements);
    return pool;
  }

  private static DataSource agroal(Target to) throws SQLException {
    return AgroalDataSource.from(
        new AgroalDataSourceConfigurationSupplier()
            .connectionPoolConfiguration(
                pool ->
                    pool.maxSize(SIZE)
                        .connectionFactoryConfiguration(
                            factory ->
                                factory
                                    .jdbcUrl(to.url())
                                    .principal(new NamePrincipal(to.user()))
                                    .credential(new SimplePassword(to.password())))));
  }

  private static DataSource vibur(Target to, int statements) {
    ViburDBCPDataSource pool = new ViburDBCPDataSource();
    pool.setJdbcUrl(to.url());
    pool.setUsername(to.user());
    pool.setPassword(to.password());
    pool.setPoolInitialSize(1);
    pool.setPoolMaxSize(SIZE);
    pool.setStatementCacheMaxSize(statements);
    pool.start();
    return pool;
  }

  private static DataSource druid(Target to, boolean cache) {
    DruidDataSource pool = new DruidDataSource();
    pool.setUrl(to.url());
    pool.setUsername(to.user());
    pool.setPassword(to.password());
    pool.setInitialSize(1);
    pool.setMaxActive(SIZE);
    pool.setPoolPreparedStatements(cache);
    if (cache) {
      pool.setMaxPoolPreparedStatementPerConnectionSize(CACHED_STATEMENTS);
    }
    return pool;
  }

  private static DataSource ucp(Target to, int statements) throws Exception {
    // Its classes carry annotations that are in no jar of it, which javac warns of.
    DataSource pool =
        (DataSource)
            Class.forName("oracle.ucp.jdbc.PoolDataSourceFactory")
                .getMethod("getPoolDataSource")
                .invoke(null);
    set(pool, "ConnectionFactoryClassName", to.driverClass());
    set(pool, "URL", to.url());
    set(pool, "User", to.user());
    set(pool, "Password", to.password());
    set(pool, "MaxPoolSize", SIZE);
    set(pool, "MaxStatements", statements);
    return pool;
  }

  private static void set(Object bean, String property, Object value)
      throws ReflectiveOperationException {
    Class<?> type = value instanceof Integer ? int.class : String.class;
    bean.getClass().getMethod("set" + property, type).invoke(bean, value);
  }

  private static DataSource p6spyDriver(Target to) {
    return hikari(
        new Target(to.url().replaceFirst("^jdbc:", "jdbc:p6spy:"), to.user(), to.password()));
  }
}
