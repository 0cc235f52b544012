package io.gnomon.core.budgets;

import io.gnomon.core.paths.PathPatterns;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What a user allows the routes that match a pattern. Immutable. */
final class Budget {

  private final PathPatterns routes;
  private final String routesText;
  private final List<Rule> rules;

  Budget(PathPatterns routes, String routesText, List<Rule> rules) {
    this.routes = routes;
    this.routesText = routesText;
    this.rules = Collections.unmodifiableList(new ArrayList<>(rules));
  }

  PathPatterns routes() {
    return routes;
  }

  /** The pattern as the user wrote it. */
  String routesText() {
    return routesText;
  }

  /** One per objective that is limited. */
  List<Rule> rules() {
    return rules;
  }
}
