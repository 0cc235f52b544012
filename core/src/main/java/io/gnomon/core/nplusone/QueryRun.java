package io.gnomon.core.nplusone;

import io.gnomon.core.query.Query;
import org.jspecify.annotations.Nullable;

/** The runs of one query within one scope; reused for another query of another scope. */
final class QueryRun {

  /** The query; null while this is not in use. */
  @Nullable Query query;

  /** What ran just before the first counted run; null as long as nothing else has run. */
  @Nullable QueryRun before;

  /** How many runs are counted. */
  int count;

  /** How long the counted runs took. */
  long nanos;

  /** Which of the scope's executions the first counted run was. */
  int firstOrder;

  /** Which of the scope's executions the last run was. */
  int lastOrder;

  /** The query that these runs came after, once they were found to be N+1. */
  @Nullable QueryRun parent;

  /** Who ran it; null unless it was found and is to be told. */
  @Nullable Caller caller;

  QueryRun of(Query ran, int order) {
    query = ran;
    firstOrder = order;
    lastOrder = order;
    return this;
  }

  /** Counts from here on: something else has run before. */
  void startAfter(QueryRun other, int order) {
    before = other;
    firstOrder = order;
    startCounting();
  }

  /** Forgets what was counted, not what ran before what. */
  void startCounting() {
    count = 0;
    nanos = 0;
    parent = null;
    caller = null;
  }

  void clear() {
    query = null;
    before = null;
    startCounting();
  }

  /**
   * Whether this may have brought what the other one was run for: it ran before, and not along with
   * it. It ended before the other one began, or ran at most half as often.
   */
  boolean leads(QueryRun other) {
    return this != other
        && firstOrder < other.firstOrder
        && (lastOrder < other.firstOrder || 2L * count <= other.count);
  }
}
