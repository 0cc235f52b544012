package io.gnomon.core.query;

import io.gnomon.core.attributes.AttributeNames;
import io.gnomon.core.attributes.AttributeSet;
import io.gnomon.core.metrics.Timing;
import io.gnomon.core.spans.Measured;
import io.gnomon.core.spans.SpanKind;
import io.gnomon.core.spans.SpanSubject;
import org.jspecify.annotations.Nullable;

/**
 * A shape on a database: what a prepared statement carries. One instance per pair, so that
 * executing looks nothing up. Safe to publish by a data race: all that it is lies in final fields,
 * and what is found out about it later is found out again by who does not see it yet.
 */
public final class Query implements SpanSubject, Measured {

  private final Database database;
  private final QueryShape shape;
  private final QuerySeries series;
  private final Timing succeeded;
  private final boolean ownSeries;
  private @Nullable Query batch;
  private @Nullable Timing rows;
  private @Nullable Timing fetches;
  private @Nullable AttributeSet attributes;

  /**
   * A query.
   *
   * @param series what executions count in
   * @param ownSeries whether it is within the bound of shapes
   */
  Query(Database database, QueryShape shape, QuerySeries series, boolean ownSeries) {
    this.database = database;
    this.shape = shape;
    this.series = series;
    this.ownSeries = ownSeries;
    this.succeeded = series.timing(database, shape, ownSeries, null, null);
  }

  @Nullable Query batch() {
    return batch;
  }

  void batch(Query ofBatches) {
    batch = ofBatches;
  }

  @Nullable Timing rows() {
    return rows;
  }

  void rows(Timing series) {
    rows = series;
  }

  @Nullable Timing fetches() {
    return fetches;
  }

  void fetches(Timing series) {
    fetches = series;
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

  /** Counts in both histograms. Looked up, and made if need be, for one that failed. */
  @Override
  public Timing timing(@Nullable String errorType, @Nullable String statusCode) {
    return errorType == null && statusCode == null
        ? succeeded
        : series.failed(this, errorType, statusCode);
  }

  @Override
  public SpanKind spanKind() {
    return SpanKind.CLIENT;
  }

  @Override
  public String spanName() {
    return shape.summary().isEmpty() ? database.target() : shape.summary();
  }

  @Override
  public String shortText() {
    return shape.fingerprintHex() + ' ' + spanName();
  }

  /** The same shape of the same name: past the bound of shapes there are several of it. */
  @Override
  public boolean isCountedWith(SpanSubject other) {
    return other == this
        || (other instanceof Query
            && ((Query) other).shape.fingerprint() == shape.fingerprint()
            && ((Query) other).spanName().equals(spanName()));
  }

  @Override
  public void describe(AttributeSet.Builder attributes) {
    QuerySeries.place(database, attributes);
    attributes
        .put(AttributeNames.DB_QUERY_SUMMARY, shape.summary())
        .put(AttributeNames.DB_QUERY_TEXT, shape.text())
        .put(AttributeNames.DB_STORED_PROCEDURE_NAME, shape.procedure())
        .put(AttributeNames.QUERY_FINGERPRINT, shape.fingerprintHex());
  }

  /** Made once, when a trace with this query is kept: a span of it has no others as a rule. */
  @Override
  public AttributeSet attributes() {
    AttributeSet made = attributes;
    if (made == null) {
      made = SpanSubject.super.attributes();
      attributes = made;
    }
    return made;
  }
}
