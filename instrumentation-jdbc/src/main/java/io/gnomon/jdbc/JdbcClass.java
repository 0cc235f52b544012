package io.gnomon.jdbc;

import io.gnomon.core.query.Callee;
import io.gnomon.core.query.Database;
import io.gnomon.jdbc.url.JdbcUrl;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.Statement;

/** What we know of a class whose objects are called. One per class; immutable but the callee. */
final class JdbcClass {

  final Callee callee;
  final Database withoutAddress;
  private final boolean driver;
  private final boolean connection;
  private final boolean statement;

  JdbcClass(Class<?> type, Callee callee, Database withoutAddress) {
    this.callee = callee;
    this.withoutAddress = withoutAddress;
    this.driver = Driver.class.isAssignableFrom(type);
    this.connection = Connection.class.isAssignableFrom(type);
    this.statement = Statement.class.isAssignableFrom(type);
  }

  /** Whether its objects are connections of a driver that we know by name. */
  boolean isKnownConnection() {
    return connection && !withoutAddress.systemName().equals(JdbcUrl.UNKNOWN_SYSTEM);
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
