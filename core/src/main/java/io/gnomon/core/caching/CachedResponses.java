package io.gnomon.core.caching;

import io.gnomon.core.attributes.AttributeNames;
import io.gnomon.core.attributes.AttributeSet;
import io.gnomon.core.metrics.Counter;
import io.gnomon.core.metrics.CounterFamily;
import io.gnomon.core.metrics.Instrument;
import io.gnomon.core.metrics.Metrics;
import io.gnomon.core.request.RequestEnds;
import io.gnomon.core.request.RequestRecord;
import io.gnomon.core.request.Requests;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Counts responses by route and {@link CachingKind}, and the time of the queries behind them. Any
 * thread; wait-free and without allocation in steady state. At most {@link Metrics#MAX_SERIES}
 * routes are told apart; by then the instruments are full as well, and the rest share their
 * overflow series.
 */
public final class CachedResponses implements RequestEnds {

  /** {@code gnomon.http.cache.responses}. */
  public static final Instrument RESPONSES =
      Instrument.number(
          Instrument.Kind.COUNTER,
          "gnomon.http.cache.responses",
          "{response}",
          "GET and HEAD responses with 200 or 304, by what their headers tell caches.");

  /** {@code gnomon.http.cache.query_time}. */
  public static final Instrument QUERY_TIME =
      Instrument.decimal(
          Instrument.Kind.COUNTER,
          "gnomon.http.cache.query_time",
          "s",
          1e9,
          "Time of the queries behind these responses, in sum.");

  private static final String NO_ROUTE = "";

  private final CounterFamily responses;
  private final CounterFamily queryTimes;
  private final ConcurrentHashMap<String, Route> routes = new ConcurrentHashMap<>();
  private final Route overflow = new Route(Requests.OTHER_ROUTES);

  /**
   * No response yet.
   *
   * @param metrics where the instruments go
   */
  public CachedResponses(Metrics metrics) {
    this.responses = metrics.counter(RESPONSES);
    this.queryTimes = metrics.counter(QUERY_TIME);
  }

  @Override
  public void ended(RequestRecord record) {
    int kind = record.cachingKind();
    if (kind == CachingKind.NONE) {
      return;
    }
    Counters counters = route(record.route()).of(kind);
    counters.responses.add(1);
    counters.queryNanos.add(record.queryNanos());
  }

  private Route route(@Nullable String pattern) {
    String name = pattern == null ? NO_ROUTE : pattern;
    Route known = routes.get(name);
    if (known != null) {
      return known;
    }
    if (routes.size() >= Metrics.MAX_SERIES) {
      return overflow;
    }
    Route made = new Route(name);
    Route first = routes.putIfAbsent(name, made);
    return first == null ? made : first;
  }

  /** The counters of one route, made as they are needed; a benign race makes the same ones. */
  private final class Route {

    private final String name;
    private final AtomicReferenceArray<@Nullable Counters> byKind =
        new AtomicReferenceArray<>(CachingKind.END);

    Route(String name) {
      this.name = name;
    }

    Counters of(int kind) {
      Counters known = byKind.get(kind);
      if (known == null) {
        AttributeSet attributes = attributes(kind);
        known = new Counters(responses.series(attributes), queryTimes.series(attributes));
        byKind.set(kind, known);
      }
      return known;
    }

    private AttributeSet attributes(int kind) {
      return AttributeSet.builder()
          .put(AttributeNames.HTTP_ROUTE, name.equals(NO_ROUTE) ? null : name)
          .put(AttributeNames.CACHE_OUTCOME, CachingKind.outcome(kind))
          .put(AttributeNames.CACHE_VALIDATOR, CachingKind.validator(kind))
          .put(AttributeNames.CACHE_CONTROL, CachingKind.control(kind))
          .build();
    }
  }

  private static final class Counters {

    final Counter responses;
    final Counter queryNanos;

    Counters(Counter responses, Counter queryNanos) {
      this.responses = responses;
      this.queryNanos = queryNanos;
    }
  }
}
