package io.gnomon.exporter.data;

import io.gnomon.core.spans.FinishedSpan;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.util.Collections;
import java.util.List;

/**
 * A span of a kept trace, as the SDK's exporters read it: without events and links, nothing of it
 * dropped. Immutable.
 */
final class KeptSpan implements SpanData {

  private final Origin origin;
  private final FinishedSpan span;
  private final Attributes attributes;
  private final SpanContext context;
  private final SpanContext parent;

  /**
   * A span.
   *
   * @param origin who sends
   * @param span what there is to tell
   * @param context its own ids
   * @param parent those of the span around it; the invalid one if there is none
   */
  KeptSpan(Origin origin, FinishedSpan span, SpanContext context, SpanContext parent) {
    this.origin = origin;
    this.span = span;
    this.attributes = OtelAttributes.of(span.attributes());
    this.context = context;
    this.parent = parent;
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
  @Deprecated
  public io.opentelemetry.sdk.common.InstrumentationLibraryInfo getInstrumentationLibraryInfo() {
    return io.opentelemetry.sdk.common.InstrumentationLibraryInfo.create(
        origin.scope.getName(), origin.scope.getVersion(), origin.scope.getSchemaUrl());
  }

  @Override
  public String getName() {
    return span.name();
  }

  @Override
  public SpanKind getKind() {
    switch (span.kind()) {
      case SERVER:
        return SpanKind.SERVER;
      case CLIENT:
        return SpanKind.CLIENT;
      default:
        return SpanKind.INTERNAL;
    }
  }

  @Override
  public SpanContext getSpanContext() {
    return context;
  }

  @Override
  public SpanContext getParentSpanContext() {
    return parent;
  }

  @Override
  public StatusData getStatus() {
    return span.failed() ? StatusData.error() : StatusData.unset();
  }

  @Override
  public long getStartEpochNanos() {
    return span.startEpochNanos();
  }

  @Override
  public long getEndEpochNanos() {
    return span.endEpochNanos();
  }

  @Override
  public boolean hasEnded() {
    return true;
  }

  @Override
  public Attributes getAttributes() {
    return attributes;
  }

  @Override
  public int getTotalAttributeCount() {
    return attributes.size();
  }

  @Override
  public List<EventData> getEvents() {
    return Collections.emptyList();
  }

  @Override
  public int getTotalRecordedEvents() {
    return 0;
  }

  @Override
  public List<LinkData> getLinks() {
    return Collections.emptyList();
  }

  @Override
  public int getTotalRecordedLinks() {
    return 0;
  }
}
