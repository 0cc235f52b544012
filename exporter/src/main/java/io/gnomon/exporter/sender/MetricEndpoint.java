package io.gnomon.exporter.sender;

import io.gnomon.exporter.GrpcLoader;
import io.gnomon.exporter.settings.SignalSettings;
import io.opentelemetry.exporter.otlp.http.metrics.OtlpHttpMetricExporter;
import io.opentelemetry.exporter.otlp.http.metrics.OtlpHttpMetricExporterBuilder;
import io.opentelemetry.exporter.otlp.metrics.OtlpGrpcMetricExporter;
import io.opentelemetry.exporter.otlp.metrics.OtlpGrpcMetricExporterBuilder;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.export.MetricExporter;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Metrics, sent by the SDK's OTLP exporter over the transport that the settings name. */
public final class MetricEndpoint implements Endpoint<MetricData> {

  private final MetricExporter exporter;
  private final Exchange exchange;

  /**
   * Makes the exporter; reads certificates, opens no connection.
   *
   * @param settings of this signal
   * @param grpcLoader asked if the settings say gRPC
   * @param pause how to wait
   * @throws IllegalStateException if it can't be made, with the reason
   */
  public MetricEndpoint(SignalSettings settings, GrpcLoader grpcLoader, Pause pause) {
    SendReport report = new SendReport();
    Senders senders = new Senders(report, pause, grpcLoader);
    this.exporter = settings.grpc() ? grpc(settings, senders) : http(settings, senders);
    this.exchange = new Exchange(report, pause, settings.timeoutNanos());
  }

  private static OtlpHttpMetricExporter http(SignalSettings settings, Senders senders) {
    OtlpHttpMetricExporterBuilder builder =
        OtlpHttpMetricExporter.builder()
            .setComponentLoader(senders)
            .setEndpoint(settings.endpoint())
            .setCompression(settings.compression())
            .setTimeout(settings.timeoutNanos(), TimeUnit.NANOSECONDS)
            .setConnectTimeout(settings.timeoutNanos(), TimeUnit.NANOSECONDS);
    for (Map.Entry<String, String> header : settings.headers().entrySet()) {
      builder.addHeader(header.getKey(), header.getValue());
    }
    if (!settings.certificate().isEmpty()) {
      builder.setTrustedCertificates(Pem.read(settings.certificate()));
    }
    if (!settings.clientKey().isEmpty()) {
      builder.setClientTls(Pem.read(settings.clientKey()), Pem.read(settings.clientCertificate()));
    }
    return builder.build();
  }

  private static OtlpGrpcMetricExporter grpc(SignalSettings settings, Senders senders) {
    OtlpGrpcMetricExporterBuilder builder =
        OtlpGrpcMetricExporter.builder()
            .setComponentLoader(senders)
            .setEndpoint(settings.endpoint())
            .setCompression(settings.compression())
            .setTimeout(settings.timeoutNanos(), TimeUnit.NANOSECONDS)
            .setConnectTimeout(settings.timeoutNanos(), TimeUnit.NANOSECONDS);
    for (Map.Entry<String, String> header : settings.headers().entrySet()) {
      builder.addHeader(header.getKey(), header.getValue());
    }
    if (!settings.certificate().isEmpty()) {
      builder.setTrustedCertificates(Pem.read(settings.certificate()));
    }
    if (!settings.clientKey().isEmpty()) {
      builder.setClientTls(Pem.read(settings.clientKey()), Pem.read(settings.clientCertificate()));
    }
    return builder.build();
  }

  @Override
  public Outcome send(Collection<MetricData> batch) {
    exchange.begin();
    return exchange.end(exporter.export(batch));
  }

  @Override
  public void close() {
    exporter.shutdown();
  }
}
