package io.gnomon.core.budgets;

import io.gnomon.core.paths.PathPatterns;
import io.gnomon.core.settings.Setting;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** The settings of one budget, named by it. Immutable. */
final class BudgetOptions {

  static final String ROUTE = "route";
  static final String WINDOW = "window";
  static final String MIN_REQUESTS = "min-requests";

  private static final String DEFAULT_WINDOW = "5m";
  private static final int DEFAULT_MIN_REQUESTS = 1;
  private static final int MOST_MIN_REQUESTS = 1_000_000;

  final Setting<PathPatterns> route;
  final Setting<Long> p99;
  final Setting<Long> errorRate;
  final Setting<Long> queries;
  final Setting<Long> queryTime;
  final Setting<Long> window;
  final Setting<Integer> minRequests;

  /** Those of a budget that falls back on what is built in. */
  BudgetOptions(String name) {
    this(name, DEFAULT_WINDOW, DEFAULT_MIN_REQUESTS);
  }

  /** Those of a budget that falls back on what the user set for all. */
  BudgetOptions(String name, String defaultWindow, int defaultMinRequests) {
    String prefix = BudgetSettings.FAMILY.prefix() + name + '.';
    route = Setting.path(prefix + ROUTE, "Which routes are held against this budget.");
    p99 =
        Setting.duration(
            prefix + Objective.P99.text(),
            "off",
            "How long a request may take; at most 1% of a route's requests may take longer.");
    errorRate =
        Setting.shareOrOff(
            prefix + Objective.ERROR_RATE.text(),
            "Which share of a route's requests may fail: by an exception, or a status from 500.");
    queries =
        Setting.countOrOff(
            prefix + Objective.QUERIES.text(),
            "How many queries a request may run; at most 1% of a route's requests may run more.");
    queryTime =
        Setting.duration(
            prefix + Objective.QUERY_TIME.text(),
            "off",
            "How long a request's queries may take in sum; at most 1% may take longer.");
    window =
        Setting.durationBetween(
            prefix + WINDOW, defaultWindow, "10s", "24h", "How far back requests count.");
    minRequests =
        Setting.integer(
            prefix + MIN_REQUESTS,
            defaultMinRequests,
            1,
            MOST_MIN_REQUESTS,
            "How many requests of a route the window needs for a budget to break.");
  }

  List<Setting<?>> all() {
    return Collections.unmodifiableList(
        Arrays.<Setting<?>>asList(route, p99, errorRate, queries, queryTime, window, minRequests));
  }
}
