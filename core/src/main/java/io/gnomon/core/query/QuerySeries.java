package io.gnomon.core.query;

import io.gnomon.core.attributes.AttributeNames;
import io.gnomon.core.attributes.AttributeSet;
import io.gnomon.core.clock.Clock;
import io.gnomon.core.metrics.Instrument;
import io.gnomon.core.metrics.Metrics;
import io.gnomon.core.metrics.Timing;
import io.gnomon.core.metrics.TimingCache;
import io.gnomon.core.metrics.TimingFamily;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The two histograms of queries: {@code db.client.operation.duration} by summary and {@code
 * gnomon.db.query.duration} by fingerprint. One handle counts in both, the second being the parent
 * of the first. Safe for any thread; off the hot path unless a query failed.
 */
public final class QuerySeries {

  /** What the conventions advise for whatever a database does. */
  public static final List<Double> BOUNDARIES_SECONDS =
      Collections.unmodifiableList(
          Arrays.asList(0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1.0, 5.0, 10.0));

  /** {@code db.client.operation.duration}, with the boundaries that the conventions advise. */
  public static final Instrument OPERATION =
      Instrument.duration(
          "db.client.operation.duration",
          "Duration of database client operations.",
          BOUNDARIES_SECONDS);

  /** {@code gnomon.db.query.duration}. */
  public static final Instrument SHAPE =
      Instrument.duration(
          "gnomon.db.query.duration",
          "Duration of the executions of one query shape.",
          BOUNDARIES_SECONDS);

  private final TimingFamily operations;
  private final TimingFamily shapes;
  private final TimingCache<ErrorKey, Timing> failed;

  QuerySeries(Clock clock, Metrics metrics) {
    this.operations = metrics.timing(OPERATION);
    this.shapes = metrics.timing(SHAPE);
    this.failed = new TimingCache<>(clock);
  }

  /**
   * What names a query in {@code db.client.operation.duration}.
   *
   * @param database where it runs
   * @param shape what it is
   * @param errorType {@code error.type}, or null
   * @param statusCode {@code db.response.status_code}, or null
   * @return the attributes
   */
  public static AttributeSet operationAttributes(
      Database database,
      QueryShape shape,
      @Nullable String errorType,
      @Nullable String statusCode) {
    return common(database, shape.summary(), errorType)
        .put(AttributeNames.DB_STORED_PROCEDURE_NAME, shape.procedure())
        .put(AttributeNames.DB_RESPONSE_STATUS_CODE, statusCode)
        .build();
  }

  private static AttributeSet.Builder common(
      Database database, String summary, @Nullable String errorType) {
    return placeAttributes(database)
        .put(AttributeNames.DB_QUERY_SUMMARY, summary)
        .put(AttributeNames.ERROR_TYPE, errorType);
  }

  /**
   * What names a database.
   *
   * @param database which
   * @return a builder with its attributes
   */
  public static AttributeSet.Builder placeAttributes(Database database) {
    AttributeSet.Builder builder = AttributeSet.builder();
    place(database, builder);
    return builder;
  }

  /** Puts what names a database. */
  static void place(Database database, AttributeSet.Builder builder) {
    builder
        .put(AttributeNames.DB_SYSTEM_NAME, database.systemName())
        .put(AttributeNames.DB_NAMESPACE, database.namespace())
        .put(AttributeNames.SERVER_ADDRESS, database.serverAddress());
    if (database.serverPort() != 0) {
      builder.put(AttributeNames.SERVER_PORT, database.serverPort());
    }
  }

  /** The handle for executions of a shape; without a series of its own in the overflow series. */
  Timing timing(
      Database database,
      QueryShape shape,
      boolean ownSeries,
      @Nullable String errorType,
      @Nullable String statusCode) {
    Timing operation =
        operations.series(operationAttributes(database, shape, errorType, statusCode));
    if (!ownSeries) {
      return shapes.overflow(operation);
    }
    AttributeSet attributes =
        common(database, shape.summary(), errorType)
            .put(AttributeNames.QUERY_FINGERPRINT, shape.fingerprintHex())
            .build();
    return shapes.series(attributes, operation);
  }

  /** The handle for executions of a query that ended so. */
  Timing failed(Query query, @Nullable String errorType, @Nullable String statusCode) {
    ErrorKey key = new ErrorKey(query, errorType, statusCode);
    Timing known = failed.get(key);
    if (known != null) {
      return known;
    }
    Timing timing =
        timing(query.database(), query.shape(), query.hasOwnSeries(), errorType, statusCode);
    if (failed.hasRoom()) {
      failed.put(key, timing);
    }
    return timing;
  }

  private static final class ErrorKey {

    private final Query query;
    private final @Nullable String errorType;
    private final @Nullable String statusCode;

    ErrorKey(Query query, @Nullable String errorType, @Nullable String statusCode) {
      this.query = query;
      this.errorType = errorType;
      this.statusCode = statusCode;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      if (!(other instanceof ErrorKey)) {
        return false;
      }
      ErrorKey that = (ErrorKey) other;
      return query.equals(that.query)
          && Objects.equals(errorType, that.errorType)
          && Objects.equals(statusCode, that.statusCode);
    }

    @Override
    public int hashCode() {
      return 31 * (31 * query.hashCode() + Objects.hashCode(errorType))
          + Objects.hashCode(statusCode);
    }
  }
}
