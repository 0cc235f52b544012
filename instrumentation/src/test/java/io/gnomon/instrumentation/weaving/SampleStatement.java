package io.gnomon.instrumentation.weaving;

import java.sql.ResultSet;
import java.sql.SQLException;

/** A class as a driver has it, as far as the rules look. */
class SampleStatement {

  public ResultSet executeQuery(String sql) throws SQLException {
    if (sql.isEmpty()) {
      throw new SQLException("empty");
    }
    return null;
  }

  public int executeUpdate(int notJdbc) {
    return notJdbc;
  }
}
