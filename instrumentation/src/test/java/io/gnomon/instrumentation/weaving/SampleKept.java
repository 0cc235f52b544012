package io.gnomon.instrumentation.weaving;

import java.io.Serializable;
import java.sql.ResultSet;

/** A statement that can be serialized and says its own identity, as SQL Server's driver has it. */
public class SampleKept implements Serializable {

  private static final long serialVersionUID = 7;

  private final String name;

  SampleKept(String name) {
    this.name = name;
  }

  public ResultSet executeQuery(String sql) {
    throw new IllegalStateException(name + sql);
  }
}
