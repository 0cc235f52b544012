package io.gnomon.benchmarks.jmh;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.openjdk.jmh.results.RunResult;

/** What all benchmarks measured with all numbers of threads. Immutable. */
final class Measurements {

  /** The physical floor of any timing. */
  static final String FLOOR = "Floor.twoNanoTimes";

  /** The order of the classes; what is not in it comes last. */
  private static final List<String> ORDER =
      List.of(
          "Floor",
          "Request",
          "Query",
          "InRequest",
          "WholeRequest",
          "Decision",
          "Task",
          "Client",
          "Digest",
          "Histogram",
          "OpenTelemetry",
          "Micrometer");

  private final List<Measured> all;

  Measurements(List<Measured> all) {
    this.all = new ArrayList<>(all);
    this.all.sort(Comparator.comparingInt(each -> place(each.name())));
  }

  static Measurements of(Collection<RunResult> results) {
    return new Measurements(results.stream().map(Measured::of).toList());
  }

  private static int place(String name) {
    int place = ORDER.indexOf(name.substring(0, name.indexOf('.')));
    return place < 0 ? ORDER.size() : place;
  }

  List<Integer> threads() {
    return all.stream().map(Measured::threads).distinct().sorted().toList();
  }

  /** By class as a person reads them, within a class as they ran. */
  List<String> names() {
    return all.stream().map(Measured::name).distinct().toList();
  }

  Measured find(String name, int threads) {
    return all.stream()
        .filter(each -> each.name().equals(name) && each.threads() == threads)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(name + " with " + threads));
  }

  /** How often the floor, measured with as many threads, a time is. */
  double floors(Measured measured) {
    return measured.nanos() / find(FLOOR, measured.threads()).nanos();
  }
}
