package io.gnomon.benchmarks.overhead.figures;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** All values of all rounds, by figure and contender's name. Used by one thread. */
public final class Figures {

  private final Map<Figure, Map<String, List<Double>>> values = new LinkedHashMap<>();

  private final Map<String, Set<String>> exported = new LinkedHashMap<>();

  /**
   * Notes what a contender sent to.
   *
   * @param contender its name
   * @param paths of the sink
   */
  public void exported(String contender, Set<String> paths) {
    exported.computeIfAbsent(contender, none -> new TreeSet<>()).addAll(paths);
  }

  /**
   * What a contender sent to.
   *
   * @param contender its name
   * @return paths of the sink, empty if nothing
   */
  public Set<String> exported(String contender) {
    return exported.getOrDefault(contender, Set.of());
  }

  /**
   * Adds the value of a round.
   *
   * @param figure what it is a value of
   * @param contender its name
   * @param value nanoseconds, bytes or a number, as the figure's unit is from
   */
  public void add(Figure figure, String contender, double value) {
    values
        .computeIfAbsent(figure, none -> new LinkedHashMap<>())
        .computeIfAbsent(contender, none -> new ArrayList<>())
        .add(value);
  }

  /**
   * The figures of a section that have values.
   *
   * @param section which
   * @return in the order in which they were first added
   */
  public List<Figure> of(Section section) {
    return values.keySet().stream().filter(figure -> figure.section() == section).toList();
  }

  /**
   * The values of a contender.
   *
   * @param figure of what
   * @param contender its name
   * @return empty if there are none
   */
  public Sample sample(Figure figure, String contender) {
    return new Sample(values.getOrDefault(figure, Map.of()).getOrDefault(contender, List.of()));
  }
}
