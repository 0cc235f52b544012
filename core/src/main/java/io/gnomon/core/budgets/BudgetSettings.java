package io.gnomon.core.budgets;

import io.gnomon.core.settings.LayeredSettings;
import io.gnomon.core.settings.Setting;
import io.gnomon.core.settings.SettingFamily;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The budgets of a process. Immutable, safe for any thread. */
public final class BudgetSettings {

  /** What the names of these settings look like. */
  public static final SettingFamily FAMILY =
      new SettingFamily(
          "gnomon.budget.",
          "report",
          BudgetOptions.ROUTE,
          Objective.P99.text(),
          Objective.ERROR_RATE.text(),
          Objective.QUERIES.text(),
          Objective.QUERY_TIME.text(),
          BudgetOptions.WINDOW,
          BudgetOptions.MIN_REQUESTS);

  /** What the budget of all other routes is called. */
  public static final String DEFAULT = "default";

  /** Where the report goes. */
  public static final Setting<String> REPORT =
      Setting.text(
          "gnomon.budget.report",
          "",
          "A file that the verdicts of all budgets are written to at the end, as JSON.");

  /** How many budgets there may be, the default besides. */
  public static final int MAX_BUDGETS = 100;

  private final List<Budget> named;
  private final List<Rule> defaults;

  /**
   * These budgets.
   *
   * @param named with a pattern each
   * @param defaults what holds where no named budget has a rule for the same objective
   */
  BudgetSettings(List<Budget> named, List<Rule> defaults) {
    this.named = Collections.unmodifiableList(new ArrayList<>(named));
    this.defaults = Collections.unmodifiableList(new ArrayList<>(defaults));
  }

  /**
   * Reads them.
   *
   * @param source gives the values and notes mistakes
   * @return the budgets that are whole
   */
  public static BudgetSettings read(LayeredSettings source) {
    List<String> names = source.names(FAMILY);
    return names.isEmpty()
        ? new BudgetSettings(Collections.<Budget>emptyList(), Collections.<Rule>emptyList())
        : new BudgetReader(source).read(names);
  }

  /**
   * What every budget has, and what is for all, for the README's table and the {@code settings}
   * command.
   *
   * @return with {@code <name>} in place of a name
   */
  public static List<Setting<?>> all() {
    List<Setting<?>> all = new ArrayList<>(new BudgetOptions("<name>").all());
    all.add(REPORT);
    return Collections.unmodifiableList(all);
  }

  /**
   * What users have set, for the {@code settings} command.
   *
   * @param source gives the values
   * @return the settings that have a value, right or wrong, by budget
   */
  public static List<Setting<?>> given(LayeredSettings source) {
    List<Setting<?>> given = new ArrayList<>();
    for (String name : source.names(FAMILY)) {
      for (Setting<?> setting : new BudgetOptions(name).all()) {
        if (source.isSet(setting)) {
          given.add(setting);
        }
      }
    }
    return given;
  }

  boolean isEmpty() {
    return named.isEmpty() && defaults.isEmpty();
  }

  /** The names of all that are whole, the default's last. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    for (Budget budget : named) {
      names.add(budget.rules().get(0).budget);
    }
    if (!defaults.isEmpty()) {
      names.add(DEFAULT);
    }
    return names;
  }

  List<Budget> named() {
    return named;
  }

  /** What a route is held against: all named budgets that match, and the default for the rest. */
  List<Rule> rulesOf(String route) {
    List<Rule> rules = new ArrayList<>();
    for (Budget budget : named) {
      if (budget.routes().match(route)) {
        rules.addAll(budget.rules());
      }
    }
    int ofNamed = rules.size();
    for (Rule rule : defaults) {
      if (!isJudged(rule.objective, rules, ofNamed)) {
        rules.add(rule);
      }
    }
    return rules;
  }

  private static boolean isJudged(Objective objective, List<Rule> rules, int size) {
    for (int i = 0; i < size; i++) {
      if (rules.get(i).objective == objective) {
        return true;
      }
    }
    return false;
  }

  /** What requests are held against whose route is not known, or one too many. */
  List<Rule> rulesWithoutRoute() {
    return defaults;
  }
}
