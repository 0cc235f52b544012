package io.gnomon.benchmarks.overhead;

import io.gnomon.benchmarks.overhead.process.Ask;
import java.util.List;

/**
 * What of the service is measured alone. All contenders do the same work, not as much as they can
 * in a time.
 *
 * @param ask the request
 * @param requests how often it is asked in a pass with a database in memory
 * @param mostAllocated bytes that Gnomon may allocate per request; infinite for any
 */
record Route(Ask ask, int requests, double mostAllocated) {

  private static final int MOST_PLAIN = 100;
  private static final int MOST_PER_LITERAL = 200;

  /** No query. */
  static final Route HELLO = new Route(Ask.of("/hello"), 24_000, MOST_PLAIN);

  /** A prepared query. */
  static final Route ONE = new Route(Ask.of("/one"), 24_000, MOST_PLAIN);

  /** Ten. */
  static final Route TEN = new Route(Ask.of("/ten"), 12_000, MOST_PLAIN);

  /** A hundred. */
  static final Route HUNDRED = new Route(Ask.of("/hundred"), 2_500, MOST_PLAIN);

  /** Ten queries with ever-new literals. */
  static final Route LITERALS = new Route(Ask.of("/literals"), 8_000, 10 * MOST_PER_LITERAL);

  /** Ten prepared queries and a failure; driven at a rate, to be kept as a trace. */
  static final Route KEPT = new Route(new Ask("/kept", 502), 2_000, Double.POSITIVE_INFINITY);

  /** Those that are driven at saturation, and have a query. */
  static final List<Route> WITH_QUERIES = List.of(ONE, TEN, HUNDRED, LITERALS);

  /** Those that are driven at saturation. */
  static final List<Route> ALL = List.of(HELLO, ONE, TEN, HUNDRED, LITERALS);
}
