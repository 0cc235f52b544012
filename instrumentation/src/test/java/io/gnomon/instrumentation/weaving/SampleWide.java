package io.gnomon.instrumentation.weaving;

import java.sql.ResultSet;

/** A method with JDBC's descriptor, to be implemented with a narrower result. */
public interface SampleWide {

  ResultSet executeQuery(String sql);

  /** What a driver's own results are. */
  interface Rows extends ResultSet {}
}
