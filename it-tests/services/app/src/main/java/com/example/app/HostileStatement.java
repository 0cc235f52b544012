package com.example.app;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;

/** A driver's statement that throws what it was given; it can do nothing else. */
final class HostileStatement implements Statement {

  private final Throwable thrown;

  HostileStatement(Throwable thrown) {
    this.thrown = thrown;
  }

  private SQLException thrown() {
    if (thrown instanceof Error) {
      throw (Error) thrown;
    }
    if (thrown instanceof RuntimeException) {
      throw (RuntimeException) thrown;
    }
    return (SQLException) thrown;
  }

  @Override
  public boolean execute(String p0) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean execute(String p0, int p1) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean execute(String p0, int[] p1) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean execute(String p0, String[] p1) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean getMoreResults() {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean getMoreResults(int p0) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean isCloseOnCompletion() {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean isClosed() {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean isPoolable() {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean isWrapperFor(Class<?> p0) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int executeUpdate(String p0) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int executeUpdate(String p0, int p1) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int executeUpdate(String p0, int[] p1) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int executeUpdate(String p0, String[] p1) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int getFetchDirection() {
    throw new UnsupportedOperationException();
  }

  @Override
  public int getFetchSize() {
    throw new UnsupportedOperationException();
  }

  @Override
  public int getMaxFieldSize() {
    throw new UnsupportedOperationException();
  }

  @Override
  public int getMaxRows() {
    throw new UnsupportedOperationException();
  }

  @Override
  public int getQueryTimeout() {
    throw new UnsupportedOperationException();
  }

  @Override
  public int getResultSetConcurrency() {
    throw new UnsupportedOperationException();
  }

  @Override
  public int getResultSetHoldability() {
    throw new UnsupportedOperationException();
  }

  @Override
  public int getResultSetType() {
    throw new UnsupportedOperationException();
  }

  @Override
  public int getUpdateCount() {
    throw new UnsupportedOperationException();
  }

  @Override
  public int[] executeBatch() {
    throw new UnsupportedOperationException();
  }

  @Override
  public <T> T unwrap(Class<T> p0) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Connection getConnection() {
    throw new UnsupportedOperationException();
  }

  @Override
  public ResultSet executeQuery(String p0) throws SQLException {
    throw thrown();
  }

  @Override
  public ResultSet getGeneratedKeys() {
    throw new UnsupportedOperationException();
  }

  @Override
  public ResultSet getResultSet() {
    throw new UnsupportedOperationException();
  }

  @Override
  public SQLWarning getWarnings() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void addBatch(String p0) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void cancel() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void clearBatch() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void clearWarnings() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}

  @Override
  public void closeOnCompletion() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setCursorName(String p0) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setEscapeProcessing(boolean p0) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setFetchDirection(int p0) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setFetchSize(int p0) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setMaxFieldSize(int p0) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setMaxRows(int p0) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setPoolable(boolean p0) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setQueryTimeout(int p0) {
    throw new UnsupportedOperationException();
  }
}
