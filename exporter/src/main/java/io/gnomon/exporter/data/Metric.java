package io.gnomon.exporter.data;

import io.gnomon.core.metrics.Instrument;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.metrics.data.Data;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.data.MetricDataType;
import io.opentelemetry.sdk.resources.Resource;

/** A metric with its points, as the SDK's exporters read it. Immutable. */
final class Metric implements MetricData {

  private final Origin origin;
  private final Instrument instrument;
  private final MetricDataType type;
  private final Data<?> data;

  Metric(Origin origin, Instrument instrument, MetricDataType type, Data<?> data) {
    this.origin = origin;
    this.instrument = instrument;
    this.type = type;
    this.data = data;
  }

  @Override
  public Resource getResource() {
    return origin.resource;
  }

  @Override
  public InstrumentationScopeInfo getInstrumentationScopeInfo() {
    return origin.scope;
  }

  @Override
  public String getName() {
    return instrument.name();
  }

  @Override
  public String getDescription() {
    return instrument.description();
  }

  @Override
  public String getUnit() {
    return instrument.unit();
  }

  @Override
  public MetricDataType getType() {
    return type;
  }

  @Override
  public Data<?> getData() {
    return data;
  }
}
