package io.gnomon.instrumentation.weaving;

import java.sql.ResultSet;

/** A class of an application's that looks like JDBC, and whose objects may be stored somewhere. */
@SuppressWarnings("serial") // that its identity is computed is the point
class SampleTask implements SampleStored {

  public ResultSet executeQuery(String sql) {
    throw new IllegalStateException(sql);
  }
}
