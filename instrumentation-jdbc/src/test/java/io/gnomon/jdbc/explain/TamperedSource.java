package io.gnomon.jdbc.explain;

import java.io.PrintWriter;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** A pool of one connection, on which something was set before it is lent. */
final class TamperedSource implements DataSource, AutoCloseable {

  private final Connection connection;
  private int given;
  private int givenBack;

  TamperedSource(DataSource source, String setting) {
    try {
      connection = source.getConnection();
      try (Statement statement = connection.createStatement()) {
        statement.execute(setting);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What is lent. */
  Connection connection() {
    return connection;
  }

  /** How many are lent now. */
  int lent() {
    return given - givenBack;
  }

  /** How many were lent. */
  int given() {
    return given;
  }

  @Override
  public Connection getConnection() {
    given++;
    return (Connection)
        Proxy.newProxyInstance(
            TamperedSource.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("close")) {
                givenBack++;
                return null;
              }
              try {
                return method.invoke(connection, arguments);
              } catch (java.lang.reflect.InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  @Override
  public Connection getConnection(String user, String password) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  @Override
  public PrintWriter getLogWriter() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setLogWriter(PrintWriter out) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setLoginTimeout(int seconds) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int getLoginTimeout() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Logger getParentLogger() {
    throw new UnsupportedOperationException();
  }

  @Override
  public <T> T unwrap(Class<T> type) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return false;
  }
}
