package io.gnomon.core.metrics;

import io.gnomon.core.attributes.AttributeSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What an observer reports in one collection, bounded. Not thread-safe. */
final class Observation implements NumberSink {

  private final Instrument instrument;
  private final Set<AttributeSet> known;
  private final CounterFamily overflows;
  private final Map<AttributeSet, Long> numbers = new LinkedHashMap<>();
  private int room;

  /**
   * Nothing reported yet.
   *
   * @param known the series of the collection before, which keep their places
   */
  Observation(Instrument instrument, Set<AttributeSet> known, CounterFamily overflows) {
    this.instrument = instrument;
    this.known = known;
    this.overflows = overflows;
    int places = known.contains(Overflow.ATTRIBUTES) ? known.size() - 1 : known.size();
    this.room = Metrics.MAX_SERIES - places;
  }

  Map<AttributeSet, Long> numbers() {
    return numbers;
  }

  @Override
  public void number(AttributeSet attributes, long value) {
    if (hasPlace(attributes)) {
      put(attributes, value);
    } else {
      overflows.series(Metrics.ofInstrument(instrument)).add(1);
      if (isSum()) {
        put(Overflow.ATTRIBUTES, value);
      }
    }
  }

  private boolean hasPlace(AttributeSet attributes) {
    if (known.contains(attributes) || numbers.containsKey(attributes)) {
      return true;
    }
    if (room == 0) {
      return false;
    }
    room--;
    return true;
  }

  private void put(AttributeSet attributes, long value) {
    Long before = isSum() ? numbers.get(attributes) : null;
    numbers.put(attributes, before == null ? value : before + value);
  }

  private boolean isSum() {
    return instrument.kind() != Instrument.Kind.GAUGE;
  }
}
