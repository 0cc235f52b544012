package io.gnomon.core.nplusone;

import io.gnomon.core.query.Query;
import org.jspecify.annotations.Nullable;

/** The runs of one query within one scope; reused for another query of another scope. */
final class QueryRun {

  /** The query; null while this is not in use. */
  @Nullable Query query;

  /** Whether it says nothing of what the application is after: neither counted nor followed. */
  boolean bystander;

  /** What ran just before the first counted run; null as long as nothing else has run. */
  @Nullable QueryRun before;

  /** How many runs are counted. */
  int count;

  /** How long the counted runs took. */
  long nanos;

  /** Which of the scope's executions the first run was. */
  int firstOrder;

  /** Which of the scope's executions the first counted run was. */
  int countedOrder;

  /** Which of the scope's executions the last run was. */
  int lastOrder;

  /** The query that the runs came after, once they were found to be N+1. */
  @Nullable Query after;

  /** Who ran it; null unless it was found and is to be told. */
  @Nullable Caller caller;

  /** Begins with the first run of a query. */
  QueryRun of(Query ran, int order) {
    clear();
    query = ran;
    bystander = Bystanders.contain(ran.shape());
    firstOrder = order;
    countedOrder = order;
    return this;
  }

  /** Counts from here on: something else has run before. */
  void startAfter(QueryRun other, int order) {
    startCounting();
    before = other;
    countedOrder = order;
  }

  /** Counts a run. */
  void count(Query ran, long elapsedNanos) {
    if (query != ran) {
      query = ran;
    }
    count++;
    nanos += elapsedNanos;
  }

  /** Forgets what was counted, not what ran before what. */
  void startCounting() {
    count = 0;
    nanos = 0;
    after = null;
    caller = null;
  }

  void clear() {
    query = null;
    before = null;
    startCounting();
  }

  /**
   * Whether this may have brought what the other one is run for: it ran before, and does not run
   * along with it. It was over before the other one began, or ran at most half as often.
   */
  boolean leads(QueryRun other) {
    return this != other
        && !bystander
        && firstOrder < other.countedOrder
        && (lastOrder < other.countedOrder || 2L * count <= other.count);
  }
}
