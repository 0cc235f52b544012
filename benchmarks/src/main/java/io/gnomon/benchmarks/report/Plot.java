package io.gnomon.benchmarks.report;

import io.gnomon.benchmarks.report.Line.Point;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Lines over two axes as SVG, readable on a light and on a dark page. The y axis begins at 0, so
 * that what is flat looks flat.
 *
 * @param title what is seen
 * @param xTitle what grows to the right, with its unit
 * @param yTitle what grows upwards, with its unit
 * @param logarithmic whether the x axis shows decades; then every x is above 0
 * @param lines what is drawn, at most five
 */
public record Plot(
    String title, String xTitle, String yTitle, boolean logarithmic, List<Line> lines) {

  private static final int WIDTH = 720;
  private static final int HEIGHT = 360;
  private static final int LEFT = 80;
  private static final int RIGHT = 20;
  private static final int TOP = 64;
  private static final int BOTTOM = 50;
  private static final int LEGEND_STEP = 150;
  private static final String[] COLOURS = {"#2f6fb0", "#c2571a", "#3a8a3f", "#8a4fa0", "#777777"};

  /**
   * The picture.
   *
   * @return a whole SVG document
   * @throws IllegalArgumentException if there is no point
   */
  public String svg() {
    Axis x = xAxis();
    Axis y = Axis.upTo(largest(Point::high));
    StringBuilder text = new StringBuilder();
    text.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" \
        role="img" font-family="sans-serif" font-size="12" fill="#444444">
        <rect width="100%%" height="100%%" fill="#ffffff"/>
        """
            .formatted(WIDTH, HEIGHT, WIDTH, HEIGHT));
    text(text, LEFT, 22, "start", "font-size=\"15\" font-weight=\"bold\"", title);
    text(text, (LEFT + WIDTH - RIGHT) / 2, HEIGHT - 10, "middle", "", xTitle);
    text(text, 14, (TOP + HEIGHT - BOTTOM) / 2, "middle", rotated(), yTitle);
    y.ticks().forEach(tick -> horizontal(text, y, tick));
    x.ticks().forEach(tick -> vertical(text, x, tick));
    for (int i = 0; i < lines.size(); i++) {
      line(text, x, y, i);
    }
    return text.append("</svg>\n").toString();
  }

  private Axis xAxis() {
    double largest = largest(Point::x);
    double smallest = -largest(point -> -point.x());
    return logarithmic ? Axis.decades(smallest, largest) : Axis.upTo(largest);
  }

  private double largest(ToDoubleFunction<Point> value) {
    return lines.stream()
        .flatMap(line -> line.points().stream())
        .mapToDouble(value)
        .max()
        .orElseThrow(() -> new IllegalArgumentException("nothing to plot: " + title));
  }

  private static String rotated() {
    return "transform=\"rotate(-90 14 %d)\"".formatted((TOP + HEIGHT - BOTTOM) / 2);
  }

  private static double left(Axis x, double value) {
    return LEFT + x.share(value) * (WIDTH - LEFT - RIGHT);
  }

  private static double top(Axis y, double value) {
    return HEIGHT - BOTTOM - y.share(value) * (HEIGHT - TOP - BOTTOM);
  }

  private static void horizontal(StringBuilder text, Axis y, double tick) {
    double at = top(y, tick);
    stroke(text, LEFT, at, WIDTH - RIGHT, at, "#dddddd", 1);
    text(text, LEFT - 6, at + 4, "end", "", Axis.label(tick));
  }

  private static void vertical(StringBuilder text, Axis x, double tick) {
    double at = left(x, tick);
    stroke(text, at, HEIGHT - BOTTOM, at, HEIGHT - BOTTOM + 5, "#888888", 1);
    text(text, at, HEIGHT - BOTTOM + 18, "middle", "", Axis.label(tick));
  }

  private void line(StringBuilder text, Axis x, Axis y, int index) {
    Line line = lines.get(index);
    String colour = COLOURS[index % COLOURS.length];
    StringBuilder path = new StringBuilder();
    for (Point point : line.points()) {
      double at = left(x, point.x());
      path.append(number(at)).append(',').append(number(top(y, point.y()))).append(' ');
      if (point.low() < point.high()) {
        stroke(text, at, top(y, point.low()), at, top(y, point.high()), colour, 1);
      }
      text.append(
          "<circle cx=\"%s\" cy=\"%s\" r=\"3\" fill=\"%s\"/>\n"
              .formatted(number(at), number(top(y, point.y())), colour));
    }
    text.append(
        "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>\n"
            .formatted(path.toString().strip(), colour));
    int legend = LEFT + index * LEGEND_STEP;
    stroke(text, legend, TOP - 20, legend + 16, TOP - 20, colour, 3);
    text(text, legend + 22, TOP - 16, "start", "", line.name());
  }

  private static void stroke(
      StringBuilder text, double x1, double y1, double x2, double y2, String colour, int width) {
    text.append(
        "<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke=\"%s\" stroke-width=\"%d\"/>\n"
            .formatted(number(x1), number(y1), number(x2), number(y2), colour, width));
  }

  private static void text(
      StringBuilder text, double x, double y, String anchor, String more, String words) {
    text.append(
        "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\"%s>%s</text>\n"
            .formatted(
                number(x),
                number(y),
                anchor,
                more.isEmpty() ? "" : " " + more,
                words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
