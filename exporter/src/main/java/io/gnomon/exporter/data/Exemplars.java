package io.gnomon.exporter.data;

import io.gnomon.core.metrics.Exemplar;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.sdk.metrics.data.DoubleExemplarData;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The exemplars of a point as the SDK's type, in the unit on the wire. Stateless. */
final class Exemplars {

  private Exemplars() {}

  static List<DoubleExemplarData> of(Values values) {
    if (values.exemplars.isEmpty()) {
      return Collections.emptyList();
    }
    List<DoubleExemplarData> all = new ArrayList<>(values.exemplars.size());
    for (Exemplar exemplar : values.exemplars) {
      all.add(
          DoubleExemplarData.create(
              Attributes.empty(),
              exemplar.epochNanos(),
              SpanContexts.kept(
                  exemplar.traceHigh(),
                  exemplar.traceLow(),
                  exemplar.spanId(),
                  TraceState.getDefault()),
              values.inUnit(exemplar.value())));
    }
    return Collections.unmodifiableList(all);
  }

  /** Those that an earlier point of the same series did not have. */
  static List<Exemplar> beyond(List<Exemplar> old, List<Exemplar> all) {
    if (old.isEmpty() || all.isEmpty()) {
      return all;
    }
    List<Exemplar> fresh = new ArrayList<>(all.size());
    for (Exemplar exemplar : all) {
      if (!holds(old, exemplar)) {
        fresh.add(exemplar);
      }
    }
    return fresh;
  }

  private static boolean holds(List<Exemplar> all, Exemplar one) {
    for (Exemplar other : all) {
      if (other.spanId() == one.spanId()
          && other.epochNanos() == one.epochNanos()
          && other.value() == one.value()) {
        return true;
      }
    }
    return false;
  }
}
