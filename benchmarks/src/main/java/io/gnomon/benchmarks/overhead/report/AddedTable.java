package io.gnomon.benchmarks.overhead.report;

import io.gnomon.benchmarks.overhead.contender.Contender;
import io.gnomon.benchmarks.overhead.figures.Cost;
import io.gnomon.benchmarks.overhead.figures.Figure;
import io.gnomon.benchmarks.overhead.figures.Figures;
import io.gnomon.benchmarks.overhead.figures.Section;
import io.gnomon.benchmarks.overhead.figures.Verdict;
import java.util.List;
import java.util.Locale;

/** What each agent adds, how Gnomon compares with the others, and which goals are met. */
final class AddedTable {

  static final String GOAL = "goal";
  static final String VERDICT = "is";

  private final List<Contender> agents;
  private final List<Contender> others;
  private final Figures figures;

  AddedTable(List<Contender> contenders, Figures figures) {
    agents = contenders.stream().filter(Contender::isAgent).toList();
    others = agents.stream().filter(agent -> !agent.isOwn()).toList();
    this.figures = figures;
  }

  /** The heading of the column of ratios to an agent. */
  static String ratioTo(String title) {
    return "Gnomon / " + title;
  }

  void append(StringBuilder text, Section section) {
    text.append(section == Section.THROUGHPUT ? "| lost |" : "| added |");
    agents.forEach(agent -> text.append(' ').append(agent.title()).append(" |"));
    others.forEach(other -> text.append(' ').append(ratioTo(other.title())).append(" |"));
    text.append(' ').append(GOAL).append(" | ").append(VERDICT).append(" |\n|---|");
    text.append("---:|".repeat(agents.size() + others.size() + 1)).append("---|\n");
    figures.of(section).forEach(figure -> row(text, figure));
  }

  private void row(StringBuilder text, Figure figure) {
    text.append("| ").append(figure.label()).append(" |");
    for (Contender agent : agents) {
      text.append(' ').append(added(figure, cost(figure, agent.name()))).append(" |");
    }
    Cost own = cost(figure, Contender.GNOMON);
    for (Contender other : others) {
      text.append(' ').append(ratio(own, cost(figure, other.name()))).append(" |");
    }
    Verdict verdict = Verdict.of(figure.goal(), own, cost(figure, Contender.OPENTELEMETRY));
    text.append(' ').append(figure.goal().text(figure.unit()));
    text.append(" | ").append(verdict.text()).append(" |\n");
  }

  private Cost cost(Figure figure, String contender) {
    return Cost.of(figure, figures, contender, Contender.NONE);
  }

  private static String added(Figure figure, Cost cost) {
    if (cost.isEmpty()) {
      return "";
    }
    String shown = Spread.text(figure.unit(), cost.rounds());
    return cost.isNoise() ? "~ " + shown : shown;
  }

  private static String ratio(Cost own, Cost other) {
    if (own.isEmpty() || other.isEmpty() || other.isNoise() || other.median() <= 0) {
      return "";
    }
    double ratio = own.atMost() / other.median();
    if (ratio <= 0) {
      return own.isNoise() ? "≤ 0" : "0";
    }
    String sign = own.isNoise() ? "≤ " : "";
    return ratio > 0.5
        ? String.format(Locale.ROOT, "%s%.2f", sign, ratio)
        : String.format(Locale.ROOT, "%s1/%.1f", sign, 1 / ratio);
  }
}
