package io.gnomon.core.request;

import org.jspecify.annotations.Nullable;

/**
 * What one request collects, reused for the next. Bounded: the first {@link #MAX_QUERIES} queries
 * are kept, the rest only counted.
 *
 * <p>Written by the thread that works for the request at the time; a hand-over between threads goes
 * through the container's own synchronization. Who outlives the request holds (record, generation)
 * and checks {@link #generation()} before writing: a write of an old generation is dropped and
 * counted (see {@link Requests}).
 */
public final class RequestRecord {

  /** How many queries a record keeps. */
  public static final int MAX_QUERIES = 1_000;

  /** Where a route came from; a higher one replaces a lower one, the first of its kind stays. */
  public enum RouteSource {
    /** None yet. */
    NONE,
    /** The mapping of a filter that answered. */
    FILTER,
    /** The mapping of a servlet. */
    SERVLET,
    /** The pattern of a framework's controller. */
    CONTROLLER
  }

  RequestRecord() {}

  /**
   * Which use of this record it is.
   *
   * @return grows with each request that the record serves
   */
  public int generation() {
    throw new UnsupportedOperationException("contract only");
  }

  /**
   * When the request started.
   *
   * @return monotonic nanoseconds
   */
  public long startNanos() {
    throw new UnsupportedOperationException("contract only");
  }

  /**
   * The route so far.
   *
   * @return null if there is none
   */
  public @Nullable String route() {
    throw new UnsupportedOperationException("contract only");
  }

  /**
   * Where the route came from.
   *
   * @return NONE if there is no route
   */
  public RouteSource routeSource() {
    throw new UnsupportedOperationException("contract only");
  }

  /**
   * Tells the route; ignored unless its source is higher than that of the route so far.
   *
   * @param route the pattern, with the context path
   * @param source where it came from
   */
  public void route(String route, RouteSource source) {
    throw new UnsupportedOperationException("contract only");
  }

  /**
   * Tells that the request failed with an exception; the first one stays.
   *
   * @param exceptionClass the class name
   */
  public void failed(String exceptionClass) {
    throw new UnsupportedOperationException("contract only");
  }

  /**
   * How many queries ran.
   *
   * @return all of them, also those past {@link #MAX_QUERIES}
   */
  public int queries() {
    throw new UnsupportedOperationException("contract only");
  }

  /**
   * How long all queries together ran.
   *
   * @return nanoseconds
   */
  public long queryNanos() {
    throw new UnsupportedOperationException("contract only");
  }
}
