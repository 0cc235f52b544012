package io.gnomon.benchmarks.overhead.report;

import io.gnomon.benchmarks.overhead.contender.Contender;
import io.gnomon.benchmarks.overhead.figures.Figure;
import io.gnomon.benchmarks.overhead.figures.Figures;
import io.gnomon.benchmarks.overhead.figures.Sample;
import io.gnomon.benchmarks.overhead.figures.Section;
import java.util.List;

/** The values themselves, of each contender. */
final class ValuesTable {

  private final List<Contender> contenders;
  private final Figures figures;

  ValuesTable(List<Contender> contenders, Figures figures) {
    this.contenders = contenders;
    this.figures = figures;
  }

  void append(StringBuilder text, List<Section> sections) {
    text.append("| what |");
    contenders.forEach(contender -> text.append(' ').append(contender.title()).append(" |"));
    text.append("\n|---|").append("---:|".repeat(contenders.size())).append('\n');
    for (Section section : sections) {
      figures.of(section).forEach(figure -> row(text, figure));
    }
  }

  private void row(StringBuilder text, Figure figure) {
    text.append("| ").append(figure.label()).append(" |");
    for (Contender contender : contenders) {
      Sample sample = figures.sample(figure, contender.name());
      text.append(' ')
          .append(sample.isEmpty() ? "" : Spread.text(figure.unit(), sample))
          .append(" |");
    }
    text.append('\n');
  }
}
