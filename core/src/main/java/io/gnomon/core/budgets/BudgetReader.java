package io.gnomon.core.budgets;

import io.gnomon.core.paths.PathPatterns;
import io.gnomon.core.settings.LayeredSettings;
import io.gnomon.core.settings.Setting;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Makes budgets of settings, and notes what makes none. Used once, by one thread. */
final class BudgetReader {

  private final LayeredSettings source;
  private final BudgetOptions defaults = new BudgetOptions(BudgetSettings.DEFAULT);

  BudgetReader(LayeredSettings source) {
    this.source = source;
  }

  /**
   * Reads budgets.
   *
   * @param names of all of them, in ascending order
   */
  BudgetSettings read(List<String> names) {
    List<Budget> named = new ArrayList<>();
    List<Rule> rules = Collections.emptyList();
    int read = 0;
    for (String name : names) {
      if (name.equals(BudgetSettings.DEFAULT)) {
        rules = defaultRules();
      } else if (read++ < BudgetSettings.MAX_BUDGETS) {
        readNamed(name, named);
      }
    }
    noteTooMany(read);
    return new BudgetSettings(named, rules);
  }

  private void noteTooMany(int budgets) {
    if (budgets > BudgetSettings.MAX_BUDGETS) {
      source.note(
          BudgetSettings.FAMILY.prefix()
              + "*: expected "
              + BudgetSettings.MAX_BUDGETS
              + " budgets at most, there are "
              + budgets
              + "; using the first by name");
    }
  }

  private List<Rule> defaultRules() {
    if (source.isSet(defaults.route)) {
      source.note(
          defaults.route.name()
              + ": expected no route for what holds for all routes; it is left out");
    }
    List<Rule> rules = rules(BudgetSettings.DEFAULT, defaults);
    if (rules.isEmpty() && !source.isSet(defaults.window) && !source.isSet(defaults.minRequests)) {
      noteNoObjective(BudgetSettings.DEFAULT);
    }
    return rules;
  }

  private void readNamed(String name, List<Budget> named) {
    BudgetOptions options =
        new BudgetOptions(
            name, source.printable(defaults.window), source.get(defaults.minRequests));
    PathPatterns route = source.get(options.route);
    List<Rule> rules = rules(name, options);
    if (route.isEmpty()) {
      source.note(
          options.route.name()
              + ": expected a path or route that begins with / or *, as /checkout/**, there is none;"
              + " budget "
              + name
              + " is left out");
    } else if (rules.isEmpty()) {
      noteNoObjective(name);
    } else {
      named.add(new Budget(route, source.printable(options.route), rules));
    }
  }

  private void noteNoObjective(String name) {
    StringBuilder line = new StringBuilder(BudgetSettings.FAMILY.prefix()).append(name);
    line.append(".*: expected one of");
    for (Objective objective : Objective.values()) {
      line.append(' ').append(objective.text());
    }
    source.note(line.append(", there is none; budget ").append(name) + " is left out");
  }

  private List<Rule> rules(String name, BudgetOptions options) {
    List<Rule> rules = new ArrayList<>();
    add(rules, name, options, Objective.P99, options.p99);
    add(rules, name, options, Objective.ERROR_RATE, options.errorRate);
    add(rules, name, options, Objective.QUERIES, options.queries);
    add(rules, name, options, Objective.QUERY_TIME, options.queryTime);
    return rules;
  }

  private void add(
      List<Rule> rules,
      String name,
      BudgetOptions options,
      Objective objective,
      Setting<Long> setting) {
    long limit = source.get(setting);
    long windowNanos = source.get(options.window);
    int minRequests = source.get(options.minRequests);
    if (limit != Long.MAX_VALUE) {
      String text = source.printable(setting);
      rules.add(new Rule(name, objective, limit, text, windowNanos, minRequests));
    }
  }
}
