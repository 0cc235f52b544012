package io.gnomon.agent.start;

import io.gnomon.core.CoreSettings;
import io.gnomon.core.budgets.BudgetSettings;
import io.gnomon.core.errors.ErrorSettings;
import io.gnomon.core.log.LogSettings;
import io.gnomon.core.propagation.PropagationSettings;
import io.gnomon.core.settings.GeneralSettings;
import io.gnomon.core.settings.LayeredSettings;
import io.gnomon.core.settings.Setting;
import io.gnomon.core.settings.SettingsCatalog;
import io.gnomon.core.traces.TraceSettings;
import io.gnomon.exporter.settings.ExportSettings;
import io.gnomon.jdbc.JdbcSettings;
import io.gnomon.servlet.ServletSettings;
import java.util.ArrayList;
import java.util.List;

/** The settings of every part, read together at start. */
final class AgentSettings {

  private final LayeredSettings source;
  private final CoreSettings core;
  private final JdbcSettings jdbc;
  private final ServletSettings servlet;
  private final ErrorSettings errors;
  private final BudgetSettings budgets;
  private final String budgetReport;
  private final PropagationSettings propagation;
  private final ExportSettings export;
  private final TraceSettings traces;

  /**
   * Reads them; what is wrong is noted in the source.
   *
   * @param source where values come from; not to be used by another thread from now on
   */
  AgentSettings(LayeredSettings source) {
    this.source = source;
    this.core = CoreSettings.read(source);
    this.jdbc = JdbcSettings.read(source);
    this.servlet = ServletSettings.read(source);
    this.errors = ErrorSettings.read(source);
    this.budgets = BudgetSettings.read(source);
    this.budgetReport = source.get(BudgetSettings.REPORT);
    this.propagation = PropagationSettings.read(source);
    this.export = ExportSettings.read(source);
    this.traces = TraceSettings.read(source);
  }

  /** Every setting there is, in the order in which they are printed. */
  static SettingsCatalog catalog() {
    return new SettingsCatalog()
        .group("General", GeneralSettings.all())
        .group("Slow queries and N+1", CoreSettings.all())
        .group("JDBC", JdbcSettings.all())
        .group("Servlets", ServletSettings.all())
        .group("Errors", ErrorSettings.all())
        .group("Budgets", BudgetSettings.all())
        .knownPrefix(BudgetSettings.FAMILY.prefix())
        .group("Traces", TraceSettings.all())
        .group("Propagation", PropagationSettings.all())
        .group("Log", LogSettings.all())
        .group("Export", ExportSettings.all());
  }

  /**
   * Every setting there is, and those that users named themselves, as far as they are set.
   *
   * @param source where values come from
   */
  static SettingsCatalog catalog(LayeredSettings source) {
    SettingsCatalog catalog = catalog();
    List<Setting<?>> budgets = BudgetSettings.given(source);
    return budgets.isEmpty() ? catalog : catalog.group("Budgets that are set", budgets);
  }

  CoreSettings core() {
    return core;
  }

  JdbcSettings jdbc() {
    return jdbc;
  }

  ServletSettings servlet() {
    return servlet;
  }

  ErrorSettings errors() {
    return errors;
  }

  BudgetSettings budgets() {
    return budgets;
  }

  /** {@code gnomon.budget.report}: a file, or empty. */
  String budgetReport() {
    return budgetReport;
  }

  PropagationSettings propagation() {
    return propagation;
  }

  ExportSettings export() {
    return export;
  }

  /** Of what would not be exported nothing is recorded. */
  TraceSettings traces() {
    return export.traces().exported() ? traces : TraceSettings.NONE;
  }

  /**
   * All mistakes, names that do not exist included. Takes a millisecond when cold: for one thread
   * of ours, once.
   */
  List<String> problems() {
    source.checkNames(catalog());
    List<String> problems = new ArrayList<>(source.problems());
    problems.addAll(export.problems());
    return problems;
  }
}
