package io.gnomon.benchmarks.overhead;

import io.gnomon.benchmarks.overhead.contender.Contender;
import io.gnomon.benchmarks.overhead.figures.Figure;

/** Makes figures of a window. */
final class Measured {

  private Measured() {}

  static void add(Lab lab, Contender contender, String name, Route route, Window window) {
    lab.add(Figure.cpu(name), contender, window.perRequest(window.cpu().workNanos()));
    lab.add(Figure.cpuServing(name), contender, window.perRequest(window.cpuServing()));
    lab.add(
        Figure.allocated(name, route.mostAllocated()),
        contender,
        window.perRequest(window.allocated()));
    lab.add(Figure.allocatedServing(name), contender, window.perRequest(window.allocatedServing()));
  }
}
