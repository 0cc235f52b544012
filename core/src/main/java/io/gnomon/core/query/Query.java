package io.gnomon.core.query;

import io.gnomon.core.metrics.Timing;

/**
 * A shape on a database: what a prepared statement carries. One instance per pair, so that
 * executing looks nothing up. Immutable, so safe to publish by a data race.
 */
public final class Query {

  private final Database database;
  private final QueryShape shape;
  private final Timing succeeded;
  private final boolean ownSeries;

  /**
   * A query.
   *
   * @param succeeded counts an execution without error in both histograms
   * @param ownSeries whether it is within the bound of shapes
   */
  Query(Database database, QueryShape shape, Timing succeeded, boolean ownSeries) {
    this.database = database;
    this.shape = shape;
    this.succeeded = succeeded;
    this.ownSeries = ownSeries;
  }

  Timing succeeded() {
    return succeeded;
  }

  boolean hasOwnSeries() {
    return ownSeries;
  }

  /**
   * Where it runs.
   *
   * @return the database
   */
  public Database database() {
    return database;
  }

  /**
   * What it is.
   *
   * @return the shape
   */
  public QueryShape shape() {
    return shape;
  }
}
