package io.gnomon.benchmarks.overhead.report;

import io.gnomon.benchmarks.overhead.contender.Contender;
import io.gnomon.benchmarks.overhead.figures.Figure;
import io.gnomon.benchmarks.overhead.figures.Figures;
import io.gnomon.benchmarks.overhead.figures.Section;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The figures as Markdown and plots. */
public final class Report {

  private static final String READING =
      """
      What an agent adds is the median of the differences to the run without an agent of the same
      round; the smallest and the largest difference are in brackets. `~` marks what is not told
      apart from noise: in some round the service seemed to cost no more with the agent, or less,
      and no agent can do that. Where that is so for the other agent there is no ratio; where it is
      so for Gnomon, the ratio is that of its worst round, with `≤`. Goals are shares of what
      OpenTelemetry's agent with default settings adds, or limits, or both; `lost in noise` says
      that the worst round misses a goal and the rounds can't tell what is so; one round alone says
      nothing of goals. Plots show each figure as a multiple of what it is without an agent.
      """;

  private final List<Contender> contenders;
  private final Figures figures;
  private final List<String> about;
  private final String method;

  /**
   * A report.
   *
   * @param contenders what ran, in the order of the columns
   * @param figures what was measured
   * @param about lines of a list on machine and service
   * @param method how it was measured, in Markdown
   */
  public Report(List<Contender> contenders, Figures figures, List<String> about, String method) {
    this.contenders = contenders;
    this.figures = figures;
    this.about = about;
    this.method = method;
  }

  /**
   * The report as a page.
   *
   * @param arguments of the command that made it
   * @param stem what names of plots begin with
   * @return Markdown
   */
  public String markdown(String arguments, String stem) {
    StringBuilder text = new StringBuilder("# What an agent adds to a service\n\n");
    text.append("Written by `").append(("benchmarks/overhead " + arguments).strip());
    text.append("`; change nothing here by hand.\n\n");
    about.forEach(line -> text.append(line).append('\n'));
    contenders.stream()
        .filter(Contender::isAgent)
        .forEach(agent -> text.append(exported(agent)).append('\n'));
    text.append('\n').append(READING);
    AddedTable added = new AddedTable(contenders, figures);
    for (Section section : shown()) {
      text.append("\n## ").append(section.title()).append("\n\n");
      if (isPlotted(section)) {
        text.append("![").append(section.title()).append(", as a multiple of no agent](");
        text.append(plotName(stem, section)).append(")\n\n");
      }
      added.append(text, section);
    }
    text.append(
        "\n## What was measured\n\nMedian of the rounds, the smallest and the largest.\n\n");
    new ValuesTable(contenders, figures).append(text, shown());
    return text.append('\n').append(method).toString();
  }

  /**
   * The report's plots.
   *
   * @param stem what their names begin with
   * @return SVG by file name
   */
  public Map<String, String> plots(String stem) {
    Map<String, String> plots = new LinkedHashMap<>();
    for (Section section : shown()) {
      if (isPlotted(section)) {
        plots.put(plotName(stem, section), plot(section));
      }
    }
    return plots;
  }

  private String plot(Section section) {
    List<String> names =
        contenders.stream().filter(Contender::isAgent).map(Contender::title).toList();
    RatioPlot plot = new RatioPlot(section.title() + ", as a multiple of no agent", names);
    for (Figure figure : figures.of(section)) {
      if (!figure.detail()) {
        plot.row(
            figure.name(),
            contenders.stream()
                .filter(Contender::isAgent)
                .map(
                    agent ->
                        figures
                            .sample(figure, agent.name())
                            .over(figures.sample(figure, Contender.NONE)))
                .toList());
      }
    }
    return plot.svg();
  }

  private List<Section> shown() {
    return List.of(Section.values()).stream()
        .filter(section -> !figures.of(section).isEmpty())
        .toList();
  }

  private boolean isPlotted(Section section) {
    return !section.plot().isEmpty()
        && figures.of(section).stream()
            .noneMatch(figure -> figures.sample(figure, Contender.NONE).isEmpty());
  }

  private static String plotName(String stem, Section section) {
    return stem + "-" + section.plot() + ".svg";
  }

  private String exported(Contender agent) {
    return figures.exported(agent.name()).stream()
        .collect(Collectors.joining("`, `", "- " + agent.title() + " exported: `", "`"));
  }
}
