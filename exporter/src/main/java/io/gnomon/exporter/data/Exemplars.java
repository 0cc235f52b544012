package io.gnomon.exporter.data;

import io.gnomon.core.metrics.Exemplar;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.metrics.data.DoubleExemplarData;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The exemplars of a point as the SDK's type, in the unit on the wire. Stateless. */
final class Exemplars {

  private Exemplars() {}

  static List<DoubleExemplarData> of(Values values) {
    if (values.exemplars().isEmpty()) {
      return Collections.emptyList();
    }
    List<DoubleExemplarData> all = new ArrayList<>(values.exemplars().size());
    for (Exemplar exemplar : values.exemplars()) {
      all.add(
          DoubleExemplarData.create(
              Attributes.empty(),
              exemplar.epochNanos(),
              SpanContexts.kept(exemplar.traceHigh(), exemplar.traceLow(), exemplar.spanId()),
              values.inUnit(exemplar.value())));
    }
    return Collections.unmodifiableList(all);
  }
}
