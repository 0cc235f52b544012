package io.gnomon.core.budgets;

import io.gnomon.core.findings.Words;
import io.gnomon.core.query.Query;
import io.gnomon.core.request.RequestRecord;
import org.jspecify.annotations.Nullable;

/** Makes of a record what is remembered of it, and says why it was over its limit. */
final class Worst {

  private static final long NANOS_PER_MILLI = 1_000_000L;

  private Worst() {}

  static WorstRequest of(Objective objective, RequestRecord record) {
    return new WorstRequest(
        record.method(),
        record.status(),
        record.startEpochNanos(),
        record.elapsedNanos(),
        record.queries(),
        record.queryNanos(),
        record.errorType(),
        why(objective, record));
  }

  /**
   * Of an N+1 and a slow query the one that took longer; of too many queries only an N+1 is the
   * reason, of a failure neither.
   */
  private static @Nullable String why(Objective objective, RequestRecord record) {
    if (objective == Objective.ERROR_RATE) {
      return null;
    }
    Query slow = record.slowQuery();
    boolean repeated = record.runs().nPlusOneNanos() > record.slowQueryNanos();
    if (objective == Objective.QUERIES || slow == null || repeated) {
      return record.runs().nPlusOne();
    }
    return slowQuery(slow, record.slowQueryNanos());
  }

  private static String slowQuery(Query query, long nanos) {
    return Words.oneLine(
        new StringBuilder("slow query: ")
            .append(query.shape().summary())
            .append(" (")
            .append(query.shape().fingerprintHex())
            .append(") took ")
            .append(nanos / NANOS_PER_MILLI)
            .append(" ms"));
  }
}
