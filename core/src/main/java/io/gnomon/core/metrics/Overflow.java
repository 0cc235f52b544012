package io.gnomon.core.metrics;

import io.gnomon.core.attributes.AttributeSet;

/** The series that takes what a full instrument refuses, named as OpenTelemetry names it. */
final class Overflow {

  static final AttributeSet ATTRIBUTES =
      AttributeSet.builder().put("otel.metric.overflow", true).build();

  private Overflow() {}
}
