package io.gnomon.benchmarks.overhead;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** All values of all rounds, by figure and contender. Used by one thread. */
final class Figures {

  private final Map<Figure, Map<String, List<Double>>> values = new LinkedHashMap<>();

  private final Map<String, Set<String>> exported = new LinkedHashMap<>();

  /** Notes what a contender sent to. */
  void exported(Contender contender, Set<String> paths) {
    exported.computeIfAbsent(contender.name(), none -> new TreeSet<>()).addAll(paths);
  }

  /** What a contender sent to, empty if nothing. */
  Set<String> exported(Contender contender) {
    return exported.getOrDefault(contender.name(), Set.of());
  }

  void add(Figure figure, Contender contender, double value) {
    values
        .computeIfAbsent(figure, none -> new LinkedHashMap<>())
        .computeIfAbsent(contender.name(), none -> new ArrayList<>())
        .add(value);
  }

  Set<Figure> figures() {
    return values.keySet();
  }

  /** The values of a contender, empty if there are none. */
  Sample sample(Figure figure, String contender) {
    return new Sample(values.getOrDefault(figure, Map.of()).getOrDefault(contender, List.of()));
  }
}
