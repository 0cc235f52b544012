package io.gnomon.benchmarks.overhead;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All values of all rounds, by figure and contender. Used by one thread. */
final class Figures {

  private final Map<Figure, Map<String, List<Double>>> values = new LinkedHashMap<>();

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
