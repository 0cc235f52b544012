package io.gnomon.jdbc;

import io.gnomon.core.query.Callee;
import io.gnomon.core.query.Database;
import io.gnomon.jdbc.url.JdbcUrl;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.Statement;
import javax.sql.CommonDataSource;

/** What we know of a class whose objects are called. One per class; immutable but the callee. */
final class JdbcClass {

  final Callee callee;
  final Database withoutAddress;
  private final boolean driver;
  private final boolean dataSource;
  private final boolean connection;
  private final boolean statement;

  JdbcClass(Class<?> type, Callee callee, Database withoutAddress) {
    this.callee = callee;
    this.withoutAddress = withoutAddress;
    this.driver = Driver.class.isAssignableFrom(type);
    this.dataSource = CommonDataSource.class.isAssignableFrom(type);
    this.connection = Connection.class.isAssignableFrom(type);
    this.statement = Statement.class.isAssignableFrom(type);
  }

  boolean isConnection() {
    return connection;
  }

  /** Whether its objects give connections, or objects that do, of a driver that we know by name. */
  boolean isDataSource() {
    return dataSource && !withoutAddress.systemName().equals(JdbcUrl.UNKNOWN_SYSTEM);
  }

  /** Whether its objects are drivers whose connections may count. */
  boolean connects() {
    return driver && !callee.isWrapper();
  }

  /** Whether its objects are connections whose transactions may count. */
  boolean transacts() {
    return connection && !callee.isWrapper();
  }

  /** Whether its objects are statements that may count. */
  boolean executes() {
    return statement && !callee.isWrapper();
  }
}
