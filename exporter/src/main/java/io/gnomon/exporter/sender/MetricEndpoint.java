package io.gnomon.exporter.sender;

import io.gnomon.exporter.GrpcLoader;
import io.gnomon.exporter.settings.SignalSettings;
import io.opentelemetry.exporter.otlp.http.metrics.OtlpHttpMetricExporter;
import io.opentelemetry.exporter.otlp.http.metrics.OtlpHttpMetricExporterBuilder;
import io.opentelemetry.exporter.otlp.metrics.OtlpGrpcMetricExporter;
import io.opentelemetry.exporter.otlp.metrics.OtlpGrpcMetricExporterBuilder;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.export.MetricExporter;
import java.util.Collection;

/** Metrics, sent by the SDK's OTLP exporter over the transport that the settings name. */
public final class MetricEndpoint extends SdkEndpoint<MetricData> {

  private final MetricExporter exporter;

  /**
   * Makes the exporter; reads certificates, opens no connection.
   *
   * @param settings of this signal
   * @param grpcLoader asked if the settings say gRPC
   * @param pause how to wait
   * @throws IllegalStateException if it can't be made, with the reason
   */
  public MetricEndpoint(SignalSettings settings, GrpcLoader grpcLoader, Pause pause) {
    this(new Transport(settings, grpcLoader, pause));
  }

  private MetricEndpoint(Transport transport) {
    super(transport);
    this.exporter = transport.grpc ? grpc(transport) : http(transport);
  }

  private static MetricExporter http(Transport transport) {
    OtlpHttpMetricExporterBuilder builder =
        OtlpHttpMetricExporter.builder()
            .setComponentLoader(transport.senders)
            .setEndpoint(transport.endpoint)
            .setCompression(transport.compression)
            .setTimeout(transport.timeout)
            .setConnectTimeout(transport.timeout)
            .setHeaders(transport.headers);
    if (transport.trusted != null) {
      builder.setTrustedCertificates(transport.trusted);
    }
    if (transport.clientKey != null) {
      builder.setClientTls(transport.clientKey, transport.clientCertificate);
    }
    return builder.build();
  }

  private static MetricExporter grpc(Transport transport) {
    OtlpGrpcMetricExporterBuilder builder =
        OtlpGrpcMetricExporter.builder()
            .setComponentLoader(transport.senders)
            .setEndpoint(transport.endpoint)
            .setCompression(transport.compression)
            .setTimeout(transport.timeout)
            .setConnectTimeout(transport.timeout)
            .setHeaders(transport.headers);
    if (transport.trusted != null) {
      builder.setTrustedCertificates(transport.trusted);
    }
    if (transport.clientKey != null) {
      builder.setClientTls(transport.clientKey, transport.clientCertificate);
    }
    return builder.build();
  }

  @Override
  CompletableResultCode export(Collection<MetricData> batch) {
    return exporter.export(batch);
  }

  @Override
  public void close() {
    exporter.shutdown();
  }
}
