package io.gnomon.benchmarks.overhead.report;

import io.gnomon.benchmarks.overhead.figures.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Ratios as dots with a line from the smallest round to the largest, one line per contender and
 * figure, on an axis on which equal ratios are equally far. Can be read on a light and on a dark
 * page.
 */
final class RatioPlot {

  private static final int WIDTH = 860;
  private static final int LEFT = 300;
  private static final int RIGHT = 70;
  private static final int TOP = 64;
  private static final int BOTTOM = 30;
  private static final int LINE = 15;
  private static final int GAP = 12;

  private static final String STYLE =
      """
      <style>
      text { font: 12px system-ui, sans-serif; fill: #424a53; }
      .title { font-weight: 600; font-size: 14px; }
      .value { font-size: 11px; }
      .grid { stroke: #8c959f; stroke-opacity: 0.35; }
      .none { stroke: #57606a; stroke-width: 1.5; }
      .c0 { stroke: #0969da; fill: #0969da; } .c1 { stroke: #bc4c00; fill: #bc4c00; }
      .c2 { stroke: #8250df; fill: #8250df; } .c3 { stroke: #1a7f37; fill: #1a7f37; }
      .c4 { stroke: #bf3989; fill: #bf3989; }
      line { stroke-width: 2; } line.grid { stroke-width: 1; }
      @media (prefers-color-scheme: dark) {
        text { fill: #d1d7e0; } .none { stroke: #9198a1; }
        .c0 { stroke: #58a6ff; fill: #58a6ff; } .c1 { stroke: #f0883e; fill: #f0883e; }
        .c2 { stroke: #bc8cff; fill: #bc8cff; } .c3 { stroke: #3fb950; fill: #3fb950; }
        .c4 { stroke: #f778ba; fill: #f778ba; }
      }
      </style>
      """;

  private final String title;
  private final List<String> contenders;
  private final List<String> names = new ArrayList<>();
  private final List<List<Sample>> rows = new ArrayList<>();

  RatioPlot(String title, List<String> contenders) {
    this.title = title;
    this.contenders = contenders;
  }

  /** Adds a figure; ratios are in the order of the contenders, empty if there are none. */
  void row(String name, List<Sample> ratios) {
    names.add(name);
    rows.add(ratios);
  }

  String svg() {
    LogAxis axis = LogAxis.over(rows.stream().flatMap(List::stream).toList(), LEFT, WIDTH - RIGHT);
    int height = TOP + names.size() * rowHeight() + BOTTOM;
    StringBuilder svg = new StringBuilder();
    svg.append(
        String.format(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\""
                + " role=\"img\">\n",
            WIDTH, height, WIDTH));
    svg.append("<title>").append(escaped(title)).append("</title>\n").append(STYLE);
    text(svg, "title", 10, 20, "start", title);
    legend(svg);
    for (double tick : axis.ticks()) {
      String style = tick == 1 ? "none" : "grid";
      line(svg, style, axis.at(tick), TOP - 4, axis.at(tick), height - BOTTOM);
      text(svg, "value", axis.at(tick), height - BOTTOM + 16, "middle", times(tick));
    }
    for (int row = 0; row < names.size(); row++) {
      row(svg, axis, row);
    }
    return svg.append("</svg>\n").toString();
  }

  private int rowHeight() {
    return contenders.size() * LINE + GAP;
  }

  private void legend(StringBuilder svg) {
    double x = 10;
    for (int i = 0; i < contenders.size(); i++) {
      dot(svg, i, x + 5, 40);
      text(svg, "value", x + 14, 44, "start", contenders.get(i));
      x += 34 + 6.5 * contenders.get(i).length();
    }
  }

  private void row(StringBuilder svg, LogAxis axis, int row) {
    int top = TOP + row * rowHeight();
    double middle = top + contenders.size() * LINE / 2.0 + 4;
    text(svg, "name", LEFT - 12, middle, "end", names.get(row).replace("`", ""));
    for (int i = 0; i < contenders.size(); i++) {
      Sample ratios = rows.get(row).get(i);
      if (ratios.isEmpty()) {
        continue;
      }
      double y = top + (i + 0.5) * LINE;
      line(svg, "c" + i, axis.at(ratios.min()), y, axis.at(ratios.max()), y);
      dot(svg, i, axis.at(ratios.median()), y);
      text(svg, "value", axis.at(ratios.max()) + 8, y + 4, "start", times(ratios.median()));
    }
  }

  private static String times(double ratio) {
    return ratio == Math.rint(ratio)
        ? String.format(Locale.ROOT, "%.0f×", ratio)
        : String.format(Locale.ROOT, "%.2f×", ratio);
  }

  private static void dot(StringBuilder svg, int contender, double x, double y) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<circle class=\"c%d\" cx=\"%.1f\" cy=\"%.1f\" r=\"4\"/>\n",
            contender,
            x,
            y));
  }

  private static void line(
      StringBuilder svg, String style, double x1, double y1, double x2, double y2) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>\n",
            style,
            x1,
            y1,
            x2,
            y2));
  }

  private static void text(
      StringBuilder svg, String style, double x, double y, String anchor, String text) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>\n",
            style,
            x,
            y,
            anchor,
            escaped(text)));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }
}
