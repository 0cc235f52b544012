package io.gnomon.exporter.signals;

import io.gnomon.core.clock.Clock;
import io.gnomon.core.log.AgentLog;
import io.gnomon.exporter.ExportObserver;
import io.gnomon.exporter.GrpcLoader;
import io.gnomon.exporter.TelemetrySource;
import io.gnomon.exporter.data.MetricBatches;
import io.gnomon.exporter.data.Origin;
import io.gnomon.exporter.resource.Resources;
import io.gnomon.exporter.sender.Endpoint;
import io.gnomon.exporter.sender.LogEndpoint;
import io.gnomon.exporter.sender.MetricEndpoint;
import io.gnomon.exporter.sender.Pause;
import io.gnomon.exporter.sender.SpanEndpoint;
import io.gnomon.exporter.settings.ExportSettings;
import io.gnomon.exporter.settings.SignalSettings;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The signals that the settings want exported. Used by the export thread alone. */
public final class SignalExports {

  /** Metrics are tried again at their next interval. */
  private static final long METRICS_RETRY_NANOS = 0;

  private static final long RECORDS_RETRY_NANOS = TimeUnit.SECONDS.toNanos(5);

  private final @Nullable MetricSignal metrics;
  private final @Nullable RecordSignal<LogRecordData> logs;
  private final @Nullable RecordSignal<SpanData> traces;

  /**
   * Makes them; the first use of OpenTelemetry.
   *
   * @param settings which and how
   * @param source where telemetry comes from
   * @param grpcLoader asked if the settings say gRPC
   * @param pause how to wait
   * @param version of the agent
   * @param clock time
   * @param log where lines go
   * @param observer told about every export
   */
  public SignalExports(
      ExportSettings settings,
      TelemetrySource source,
      GrpcLoader grpcLoader,
      Pause pause,
      String version,
      Clock clock,
      AgentLog log,
      ExportObserver observer) {
    Origin origin = new Origin(Resources.of(settings, version), version);
    SignalSettings forMetrics = settings.metrics();
    this.metrics =
        forMetrics.exported()
            ? new MetricSignal(
                source,
                new MetricBatches(origin, settings.delta(), settings.explicitBuckets()),
                new Lane<>(
                    metricEndpoint(forMetrics, grpcLoader, pause),
                    new Health(forMetrics, log, observer),
                    clock,
                    METRICS_RETRY_NANOS),
                clock)
            : null;
    SignalSettings forLogs = settings.logs();
    this.logs =
        forLogs.exported()
            ? new RecordSignal<>(
                new LogBatches(source, origin),
                new Lane<>(
                    logEndpoint(forLogs, grpcLoader, pause),
                    new Health(forLogs, log, observer),
                    clock,
                    RECORDS_RETRY_NANOS))
            : null;
    SignalSettings forTraces = settings.traces();
    this.traces =
        forTraces.exported()
            ? new RecordSignal<>(
                new SpanBatches(source, origin),
                new Lane<>(
                    spanEndpoint(forTraces, grpcLoader, pause),
                    new Health(forTraces, log, observer),
                    clock,
                    RECORDS_RETRY_NANOS))
            : null;
  }

  private static EndpointMaker<MetricData> metricEndpoint(
      final SignalSettings settings, final GrpcLoader grpcLoader, final Pause pause) {
    return new EndpointMaker<MetricData>() {
      @Override
      public Endpoint<MetricData> make() {
        return new MetricEndpoint(settings, grpcLoader, pause);
      }
    };
  }

  private static EndpointMaker<LogRecordData> logEndpoint(
      final SignalSettings settings, final GrpcLoader grpcLoader, final Pause pause) {
    return new EndpointMaker<LogRecordData>() {
      @Override
      public Endpoint<LogRecordData> make() {
        return new LogEndpoint(settings, grpcLoader, pause);
      }
    };
  }

  private static EndpointMaker<SpanData> spanEndpoint(
      final SignalSettings settings, final GrpcLoader grpcLoader, final Pause pause) {
    return new EndpointMaker<SpanData>() {
      @Override
      public Endpoint<SpanData> make() {
        return new SpanEndpoint(settings, grpcLoader, pause);
      }
    };
  }

  /** Exports metrics, unless the endpoint is to be left alone now. */
  public void exportMetrics() {
    if (metrics != null) {
      metrics.export();
    }
  }

  /** Exports what events and kept traces there are, unless the endpoint is to be left alone now. */
  public void exportRecords() {
    if (logs != null) {
      logs.export();
    }
    if (traces != null) {
      traces.export();
    }
  }

  /** Exports all, also to an endpoint that is to be left alone, and lets go of the transports. */
  public void finish() {
    if (metrics != null) {
      metrics.exportNow();
      metrics.close();
    }
    if (logs != null) {
      logs.exportNow();
      logs.close();
    }
    if (traces != null) {
      traces.exportNow();
      traces.close();
    }
  }
}
