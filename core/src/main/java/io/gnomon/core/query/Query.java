package io.gnomon.core.query;

/**
 * A shape on a database: what a prepared statement carries. One instance per pair, so that
 * executing looks nothing up. Safe for any thread.
 */
public final class Query {

  Query() {}

  /**
   * Where it runs.
   *
   * @return the database
   */
  public Database database() {
    throw new UnsupportedOperationException("contract only");
  }

  /**
   * What it is.
   *
   * @return the shape
   */
  public QueryShape shape() {
    throw new UnsupportedOperationException("contract only");
  }
}
