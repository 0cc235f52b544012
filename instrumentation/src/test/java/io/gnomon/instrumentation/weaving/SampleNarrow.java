package io.gnomon.instrumentation.weaving;

/** Has JDBC's descriptor only in the bridge that the compiler makes. */
public final class SampleNarrow implements SampleWide {

  /** For the test, by reflection. */
  public SampleNarrow() {}

  @Override
  public Rows executeQuery(String sql) {
    return null;
  }
}
