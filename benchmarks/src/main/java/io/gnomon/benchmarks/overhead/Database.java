package io.gnomon.benchmarks.overhead;

import java.util.List;

/** What the service keeps its table in, and which routes are measured with it. */
enum Database {
  /** In the service's own process. */
  H2("H2", 1),
  /** A server on the same machine; each query waits for it, so there are fewer of them. */
  POSTGRESQL("PostgreSQL", 0.2);

  private final String title;
  private final double share;

  Database(String title, double share) {
    this.title = title;
    this.share = share;
  }

  String title() {
    return title;
  }

  List<Route> routes() {
    return this == H2 ? Route.ALL : Route.WITH_QUERIES;
  }

  /** How often a route is asked in a pass. */
  long requests(Route route, Options options) {
    return Math.round(route.requests() * share * options.share());
  }

  /** A route with it, as figures name it. */
  String named(Route route) {
    return "`" + route.ask().path() + "`, " + title;
  }
}
