package io.gnomon.benchmarks.overhead.report;

import io.gnomon.benchmarks.overhead.figures.Sample;
import io.gnomon.benchmarks.overhead.figures.Unit;

/** A sample as its median and, if they differ, its ends. */
final class Spread {

  private Spread() {}

  static String text(Unit unit, Sample sample) {
    String median = unit.format(sample.median());
    String min = unit.format(sample.min());
    String max = unit.format(sample.max());
    return min.equals(max) ? median : median + " (" + min + " to " + max + ")";
  }
}
