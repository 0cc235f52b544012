package io.gnomon.core.budgets;

import io.gnomon.core.request.RequestRecord;
import org.jspecify.annotations.Nullable;

/** One objective of one budget: what is over, and how much of it is allowed. Immutable. */
final class Rule {

  /** Which share of the requests may be over a p99 and over a limit of queries or their time. */
  static final long ONE_PERCENT = Verdict.BILLIONTHS / 100;

  final String budget;
  final Objective objective;
  final long limit;
  final String limitText;
  final long allowedBillionths;
  final long windowNanos;
  final int minRequests;

  /**
   * A rule.
   *
   * @param limit nanoseconds or queries that at most 1% of the requests may be over; of an error
   *     rate the share of the requests that may fail, in billionths
   * @param limitText as the user wrote it
   */
  Rule(
      String budget,
      Objective objective,
      long limit,
      String limitText,
      long windowNanos,
      int minRequests) {
    this.budget = budget;
    this.objective = objective;
    this.limit = limit;
    this.limitText = limitText;
    this.allowedBillionths = objective == Objective.ERROR_RATE ? limit : ONE_PERCENT;
    this.windowNanos = windowNanos;
    this.minRequests = minRequests;
  }

  /** A verdict of which the limits are known. */
  Verdict.Builder verdict(String route) {
    return Verdict.of(budget, route, objective)
        .allowed(limitText, allowedBillionths, windowNanos)
        .minRequests(minRequests);
  }

  boolean isOver(RequestRecord record) {
    return objective == Objective.ERROR_RATE
        ? record.errorType() != null
        : size(record.elapsedNanos(), record.queries(), record.queryNanos()) > limit;
  }

  /** How bad a request is: the larger, the worse. Of failed ones the slowest is the worst. */
  long size(long elapsedNanos, int queries, long queryNanos) {
    if (objective == Objective.QUERIES) {
      return queries;
    }
    return objective == Objective.QUERY_TIME ? queryNanos : elapsedNanos;
  }

  long size(WorstRequest request) {
    return size(request.elapsedNanos(), request.queries(), request.queryNanos());
  }

  /** The worse of two requests, of equal ones the first; either may be null. */
  @Nullable WorstRequest worse(@Nullable WorstRequest first, @Nullable WorstRequest second) {
    if (first == null || second == null) {
      return first == null ? second : first;
    }
    return size(second) > size(first) ? second : first;
  }

  /** Whether these are enough for the budget to break. */
  boolean isEnough(long requests) {
    return requests >= minRequests;
  }

  /** Exact: in whole billionths. */
  boolean isBroken(long requests, long over) {
    return isEnough(requests) && over * Verdict.BILLIONTHS > requests * allowedBillionths;
  }
}
