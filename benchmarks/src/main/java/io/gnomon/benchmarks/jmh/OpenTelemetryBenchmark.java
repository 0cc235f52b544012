package io.gnomon.benchmarks.jmh;

import io.gnomon.core.query.QuerySeries;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.State;

/**
 * The same query told to OpenTelemetry's SDK, with the attributes that ours has. Nobody reads its
 * spans and nobody collects its histograms: what an exporter costs comes on top.
 */
@State(org.openjdk.jmh.annotations.Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class OpenTelemetryBenchmark {

  private static final String NAME = "gnomon.benchmarks";
  private static final AttributeKey<String> SYSTEM = AttributeKey.stringKey("db.system.name");
  private static final AttributeKey<String> NAMESPACE = AttributeKey.stringKey("db.namespace");
  private static final AttributeKey<String> ADDRESS = AttributeKey.stringKey("server.address");
  private static final AttributeKey<String> SUMMARY = AttributeKey.stringKey("db.query.summary");
  private static final AttributeKey<String> TEXT = AttributeKey.stringKey("db.query.text");
  private static final AttributeKey<String> FINGERPRINT =
      AttributeKey.stringKey("gnomon.db.query.fingerprint");
  private static final String SUMMARY_TEXT = "SELECT item";
  private static final Attributes KNOWN = attributes();

  private final DoubleHistogram histogram =
      SdkMeterProvider.builder()
          .registerMetricReader(new NeverReader())
          .build()
          .get(NAME)
          .histogramBuilder("db.client.operation.duration")
          .setUnit("s")
          .setExplicitBucketBoundariesAdvice(QuerySeries.BOUNDARIES_SECONDS)
          .build();
  final Tracer sampling = tracer(Sampler.alwaysOn());
  private final Tracer notSampling = tracer(Sampler.alwaysOff());
  private final Context server =
      Context.root().with(sampling.spanBuilder("GET /items/{id}").startSpan());
  private final Context serverNotSampled =
      Context.root().with(notSampling.spanBuilder("GET /items/{id}").startSpan());

  private static Tracer tracer(Sampler sampler) {
    return SdkTracerProvider.builder()
        .setSampler(sampler)
        .addSpanProcessor(new NoSpanProcessor())
        .build()
        .get(NAME);
  }

  private static Attributes attributes() {
    return Attributes.of(
        SYSTEM, "postgresql", NAMESPACE, "shop", ADDRESS, "db", SUMMARY, SUMMARY_TEXT);
  }

  static Span start(Tracer tracer, Context parent) {
    return tracer
        .spanBuilder(SUMMARY_TEXT)
        .setParent(parent)
        .setSpanKind(SpanKind.CLIENT)
        .setAttribute(SYSTEM, "postgresql")
        .setAttribute(NAMESPACE, "shop")
        .setAttribute(ADDRESS, "db")
        .setAttribute(SUMMARY, SUMMARY_TEXT)
        .setAttribute(TEXT, QueryBenchmark.SQL)
        .setAttribute(FINGERPRINT, "0000000000001267")
        .startSpan();
  }

  /** A duration into a histogram, its attributes made once. */
  @Benchmark
  public void histogram(Durations durations) {
    histogram.record(durations.next() / 1e9, KNOWN);
  }

  /** The same with attributes made for it, as instrumentation does that keeps nothing. */
  @Benchmark
  public void histogramNewAttributes(Durations durations) {
    histogram.record(durations.next() / 1e9, attributes());
  }

  /** A span that is sampled, from start to end. */
  @Benchmark
  public void span() {
    start(sampling, server).end();
  }

  /** A span that is not sampled: what comes of it is nothing. */
  @Benchmark
  public void spanNotSampled() {
    start(notSampling, serverNotSampled).end();
  }

  /** A query as instrumentation tells it: timed, a span that is current, and a duration. */
  @Benchmark
  @SuppressWarnings("try") // The scope is there to be left.
  public void spanAndHistogram() {
    long start = System.nanoTime();
    Span span = start(sampling, server);
    try (Scope scope = server.with(span).makeCurrent()) {
      histogram.record((System.nanoTime() - start) / 1e9, attributes());
    } finally {
      span.end();
    }
  }
}
