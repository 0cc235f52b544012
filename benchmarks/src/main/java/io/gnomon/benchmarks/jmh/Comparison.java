package io.gnomon.benchmarks.jmh;

import java.util.List;
import java.util.Locale;

/**
 * A step of ours beside what a user would pick instead.
 *
 * @param what both do
 * @param ours the benchmark of ours
 * @param other the other's
 */
record Comparison(String what, String ours, String other) {

  static final List<Comparison> ALL =
      List.of(
          new Comparison(
              "a duration into a histogram, its attributes made before",
              "Histogram.timingRecord",
              "OpenTelemetry.histogram"),
          new Comparison(
              "a duration into a histogram, by what a query is told with",
              "Histogram.timingRecord",
              "OpenTelemetry.histogramNewAttributes"),
          new Comparison(
              "a duration into a histogram, its tags made before",
              "Histogram.timingRecord",
              "Micrometer.timer"),
          new Comparison(
              "a duration into a histogram, looked up by its tags",
              "Histogram.timingRecord",
              "Micrometer.timerLookedUp"),
          new Comparison("a query outside requests, timed", "Query.execute", "Micrometer.sample"),
          new Comparison("a span that is recorded", "InRequest.span", "OpenTelemetry.span"),
          new Comparison(
              "a span of a trace that is not kept",
              "InRequest.span",
              "OpenTelemetry.spanNotSampled"),
          new Comparison(
              "a query, timed, with its span; ours prepared and closed too",
              "InRequest.prepareExecuteClose",
              "OpenTelemetry.spanAndHistogram"));

  String row(Measurements measurements) {
    StringBuilder text = new StringBuilder();
    text.append("| ").append(what).append(" | ").append(ours).append(" | ").append(other);
    for (int threads : measurements.threads()) {
      Measured mine = measurements.find(ours, threads);
      Measured theirs = measurements.find(other, threads);
      text.append(
          String.format(
              Locale.ROOT,
              " | %,.1f / %,.1f | %.2f | %.1f / %.1f",
              mine.nanos(),
              theirs.nanos(),
              mine.nanos() / theirs.nanos(),
              mine.bytes(),
              theirs.bytes()));
    }
    return text.append(" |\n").toString();
  }
}
