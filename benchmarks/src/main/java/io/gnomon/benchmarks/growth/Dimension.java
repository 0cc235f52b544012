package io.gnomon.benchmarks.growth;

import java.util.List;

/**
 * Something of which there can be more.
 *
 * @param key in file names, and as the child process is told
 * @param title what grows
 * @param each one of it, in the unit of a slope
 * @param points how many of it there are, ascending
 * @param variants the lines of a plot; one of the name {@code Gnomon} if there is nothing to tell
 *     apart
 * @param figures what is measured at each point
 * @param how how it is measured, in words
 */
record Dimension(
    String key,
    String title,
    String each,
    List<Integer> points,
    List<String> variants,
    List<Figure> figures,
    String how) {

  static final String GNOMON = "Gnomon";
  static final String NO_AGENT = "no agent";

  /** Not measured itself: Gnomon less no agent, round by round. */
  static final String ADDED = "Gnomon adds";

  private static final double NO_GOAL = Double.POSITIVE_INFINITY;
  private static final double MOST_EXPORT_MILLIS = 50;
  private static final double MOST_SERIES_MB = 32;

  static final Dimension TEXTS =
      new Dimension(
          "texts",
          "Distinct SQL texts",
          "text",
          List.of(10, 100, 1_000, 2_000, 10_000, 100_000),
          List.of(Texts.SHAPES, Texts.LITERALS),
          List.of(
              Figure.nanos("time", "CPU per query (prepare, execute, close)"),
              Figure.bytes("allocated", "allocated per query"),
              Figure.megabytes("heap", "heap that the agent holds", NO_GOAL)),
          "So many texts in turns, all of them seen before. They differ in the names in them, so"
              + " that each is a query of its own, or in a literal. 2,048 texts are remembered,"
              + " and 2,000 queries have series of their own: past that a text is digested each"
              + " time, and what holds them does not grow.");

  static final Dimension SERIES =
      new Dimension(
          "series",
          "Series",
          "series",
          List.of(1, 10, 100, 500, 1_000, 2_000),
          List.of(GNOMON),
          List.of(
              Figure.millis("export", "CPU of one export", MOST_EXPORT_MILLIS),
              Figure.millis("quiet", "CPU of one export, no series has a new value", NO_GOAL),
              Figure.millis("first", "CPU of the first export, which loads OpenTelemetry", NO_GOAL),
              Figure.megabytes("heap", "heap of all series", MOST_SERIES_MB)),
          "So many series of one histogram with the attributes of a query, 1,000 durations in"
              + " each, log-normal around 1 ms. CPU is that of the whole process from the"
              + " collection to the answer, the JIT compiler's and the collector's included; the"
              + " receiver is another process. The mean of 15 exports after the first, before each"
              + " of which every series gets a value; then of 15 before which none does.");

  static final Dimension QUERIES =
      new Dimension(
          "queries",
          "Queries per request",
          "query",
          List.of(1, 10, 100, 300, 1_000),
          List.of(GNOMON),
          List.of(
              Figure.micros("time", "CPU per request"),
              Figure.bytes("allocated", "allocated per request"),
              Figure.megabytes("heap", "heap that the agent holds", NO_GOAL)),
          "A request from start to end with so many queries, prepared, executed and closed, of"
              + " ten texts in turns, each recorded as a span.");

  static final Dimension CLASSES =
      new Dimension(
          "classes",
          "Classes of the application at start-up",
          "class",
          List.of(10, 1_000, 5_000, 10_000, 20_000),
          List.of(NO_AGENT, GNOMON),
          List.of(
              Figure.millis("cpu", "CPU until all are loaded", NO_GOAL),
              Figure.millis("time", "time until all are loaded", NO_GOAL)),
          "A process that loads so many generated classes from one jar, with the agent in its"
              + " default settings and without. Each has ten methods; one of ten classes"
              + " implements `Runnable` and has methods named as those that advice looks for.");

  static final Dimension THREADS =
      new Dimension(
          "threads",
          "Threads of a service",
          "thread",
          List.of(1, 2, 4, 8, 16, 32, 64),
          List.of(GNOMON),
          List.of(
              Figure.micros("time", "CPU per request with 10 queries"),
              Figure.bytes("allocated", "allocated per request"),
              Figure.megabytes("heap", "heap that the agent holds", NO_GOAL)),
          "So many threads that serve requests as fast as they can, each request with ten queries."
              + " CPU is that of these threads. The heap is what is held while they wait after"
              + " their last request.");

  static final List<Dimension> ALL = List.of(TEXTS, SERIES, QUERIES, CLASSES, THREADS);

  /** The lines of its plots, those that are computed included. */
  List<String> lines() {
    return variants.contains(NO_AGENT) ? List.of(NO_AGENT, GNOMON, ADDED) : variants;
  }

  /** The line whose growth is the agent's. */
  boolean isOurs(String line) {
    return !variants.contains(NO_AGENT) || line.equals(ADDED);
  }

  /** Fewer points: every other one, the first and the last among them. */
  Dimension quick() {
    List<Integer> fewer =
        points.stream()
            .filter(point -> points.indexOf(point) == 0 || fromEnd(point) % 2 == 0)
            .toList();
    return new Dimension(key, title, each, fewer, variants, figures, how);
  }

  private int fromEnd(int point) {
    return points.size() - 1 - points.indexOf(point);
  }
}
