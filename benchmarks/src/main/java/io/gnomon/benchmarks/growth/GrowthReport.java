package io.gnomon.benchmarks.growth;

import io.gnomon.benchmarks.report.Line;
import io.gnomon.benchmarks.report.Plot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The figures as Markdown, and their plots. */
final class GrowthReport {

  private final Options options;
  private final Results results;
  private final List<String> machine;

  /**
   * A report.
   *
   * @param options what was asked for
   * @param results what was measured
   * @param machine lines of a list
   */
  GrowthReport(Options options, Results results, List<String> machine) {
    this.options = options;
    this.results = results;
    this.machine = machine;
  }

  /** The plots by the names of their files. */
  Map<String, String> plots() {
    Map<String, String> plots = new LinkedHashMap<>();
    for (Dimension dimension : options.dimensions()) {
      for (Figure figure : dimension.figures()) {
        plots.put(file(dimension, figure), plot(dimension, figure).svg());
      }
    }
    return plots;
  }

  private static String file(Dimension dimension, Figure figure) {
    return "growth-" + dimension.key() + "-" + figure.key() + ".svg";
  }

  /** Decades where the points are decades apart; else what is linear is to look so. */
  private Plot plot(Dimension dimension, Figure figure) {
    boolean decades =
        dimension.equals(Dimension.TEXTS) || dimension.equals(Dimension.TEXTS.quick());
    List<Line> lines = new ArrayList<>();
    for (String line : dimension.lines()) {
      List<Line.Point> points = new ArrayList<>();
      for (int count : dimension.points()) {
        Sample sample = results.sample(dimension, figure, line, count);
        points.add(new Line.Point(count, sample.median(), sample.min(), sample.max()));
      }
      lines.add(new Line(line, points));
    }
    String title = dimension.title() + ": " + figure.title();
    String y = figure.title() + ", " + figure.unit();
    return new Plot(title, dimension.title(), y, decades, lines);
  }

  String markdown() {
    StringBuilder text = new StringBuilder("# How cost grows\n\n");
    text.append("Written by `benchmarks/growth");
    text.append(options.arguments().isEmpty() ? "" : " " + options.arguments());
    text.append("`; change nothing here by hand.\n\n");
    text.append(String.join("\n", machine)).append("\n\n");
    summary(text);
    options.dimensions().forEach(dimension -> details(text, dimension));
    return text.append('\n').append(method()).toString();
  }

  private void summary(StringBuilder text) {
    text.append("| what grows | what it costs | at the first point | at the last | slope |");
    text.append(" verdict | goal |\n|---|---|---:|---:|---:|---|---|\n");
    for (Dimension dimension : options.dimensions()) {
      for (Figure figure : dimension.figures()) {
        dimension.lines().stream()
            .filter(dimension::isOurs)
            .forEach(line -> summary(text, dimension, figure, line));
      }
    }
  }

  private void summary(StringBuilder text, Dimension dimension, Figure figure, String line) {
    List<Integer> points = dimension.points();
    int last = points.get(points.size() - 1);
    Fit fit = results.fit(dimension, figure, line);
    double atLast = results.sample(dimension, figure, line, last).median();
    String what = dimension.variants().size() == 1 ? "" : ", " + line;
    text.append(
        String.format(
            Locale.ROOT,
            "| %s, %,d to %,d%s | %s | %s %s | %s %s | %s %s per %s | %s | %s |%n",
            dimension.title(),
            points.get(0),
            last,
            what,
            figure.title(),
            figure.format(results.sample(dimension, figure, line, points.get(0)).median()),
            figure.unit(),
            figure.format(atLast),
            figure.unit(),
            slope(fit.slope() * figure.perUnit()),
            figure.slopeUnit(),
            dimension.each(),
            fit.verdict().words(),
            goal(figure, atLast)));
  }

  /** Three digits, so that a slope of a large range tells something. */
  private static String slope(double value) {
    if (Math.abs(value) >= 100) {
      return String.format(Locale.ROOT, "%,.0f", value);
    }
    return String.format(Locale.ROOT, Math.abs(value) < 0.01 ? "%.5f" : "%.2f", value);
  }

  private static String goal(Figure figure, double value) {
    if (!figure.hasGoal()) {
      return "";
    }
    return String.format(
        Locale.ROOT,
        "under %.0f %s: %s",
        figure.most(),
        figure.unit(),
        value < figure.most() ? "reached" : "**missed**");
  }

  private void details(StringBuilder text, Dimension dimension) {
    text.append("\n## ").append(dimension.title()).append("\n\n");
    text.append(dimension.how()).append("\n\n| ").append(dimension.title()).append(" |");
    for (Figure figure : dimension.figures()) {
      for (String line : dimension.lines()) {
        String which = dimension.lines().size() == 1 ? "" : ", " + line;
        text.append(' ').append(figure.title()).append(", ").append(figure.unit());
        text.append(which).append(" |");
      }
    }
    int columns = dimension.figures().size() * dimension.lines().size() + 1;
    text.append("\n|").append("---:|".repeat(columns)).append('\n');
    dimension.points().forEach(count -> row(text, dimension, count));
    text.append('\n');
    for (Figure figure : dimension.figures()) {
      text.append("![").append(figure.title()).append("](").append(file(dimension, figure));
      text.append(")\n");
    }
  }

  private void row(StringBuilder text, Dimension dimension, int count) {
    text.append(String.format(Locale.ROOT, "| %,d |", count));
    for (Figure figure : dimension.figures()) {
      for (String line : dimension.lines()) {
        Sample sample = results.sample(dimension, figure, line, count);
        text.append(' ').append(figure.format(sample.median()));
        if (!figure.format(sample.min()).equals(figure.format(sample.max()))) {
          text.append(" (").append(figure.format(sample.min())).append(" to ");
          text.append(figure.format(sample.max())).append(')');
        }
        text.append(" |");
      }
    }
    text.append('\n');
  }

  private String method() {
    return String.format(
        Locale.ROOT,
        """
        ## How to read it

        Each point is measured in a JVM of its own, in %d round(s); the median counts, the smallest
        and the largest are in brackets and as upright lines in the plots. The slope is that of the
        straight line with the least squares through the medians. The verdict is computed from the
        medians too: flat is what grows by no more than a quarter over the whole range, or by
        nothing that can be told from an accident; levels off is what grows, and at the end of the
        range hardly any more; linear is what grows with an exponent of at most 1.25 there, from a
        quarter of the range or less to its end, what it costs at the first point taken off.

        Texts, queries, series and threads are told to the agent's parts by the calls that woven code
        makes, without a driver or a container around them; classes are loaded under the agent's jar.
        The heap is what is reachable after a collection, less what was before; of texts and queries
        it has the agent's fixed buffers in it, which are made when they are first needed.
        """,
        options.rounds());
  }
}
