package io.gnomon.core.metrics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The exemplars of one series since the last collection: the latest of each power of two that
 * values lie in, of so many of those at most; if there are more, the lower ones give way. Guarded
 * by the recorder's lock.
 */
final class LatestExemplars {

  /** How many there are at most. */
  static final int MAX = 8;

  /** Oldest first. */
  private List<Exemplar> latest = new ArrayList<>(MAX);

  void add(Exemplar exemplar) {
    int inPlaceOf = ofSameRange(exemplar);
    if (inPlaceOf < 0 && latest.size() == MAX) {
      inPlaceOf = lowest();
      if (latest.get(inPlaceOf).value() > exemplar.value()) {
        return;
      }
    }
    if (inPlaceOf >= 0) {
      latest.remove(inPlaceOf);
    }
    latest.add(exemplar);
  }

  private int ofSameRange(Exemplar exemplar) {
    for (int i = 0; i < latest.size(); i++) {
      if (range(latest.get(i)) == range(exemplar)) {
        return i;
      }
    }
    return -1;
  }

  private int lowest() {
    int lowest = 0;
    for (int i = 1; i < latest.size(); i++) {
      if (latest.get(i).value() < latest.get(lowest).value()) {
        lowest = i;
      }
    }
    return lowest;
  }

  private static int range(Exemplar exemplar) {
    return Long.numberOfLeadingZeros(exemplar.value());
  }

  /** All there are, newest last; from now on there are none. */
  List<Exemplar> take() {
    if (latest.isEmpty()) {
      return Collections.emptyList();
    }
    List<Exemplar> taken = Collections.unmodifiableList(latest);
    latest = new ArrayList<>(MAX);
    return taken;
  }
}
