package io.gnomon.exporter.sender;

import io.gnomon.exporter.GrpcLoader;
import io.gnomon.exporter.settings.SignalSettings;
import io.opentelemetry.exporter.otlp.http.logs.OtlpHttpLogRecordExporter;
import io.opentelemetry.exporter.otlp.http.logs.OtlpHttpLogRecordExporterBuilder;
import io.opentelemetry.exporter.otlp.logs.OtlpGrpcLogRecordExporter;
import io.opentelemetry.exporter.otlp.logs.OtlpGrpcLogRecordExporterBuilder;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Log records, sent by the SDK's OTLP exporter over the transport that the settings name. */
public final class LogEndpoint implements Endpoint<LogRecordData> {

  private final LogRecordExporter exporter;
  private final Exchange exchange;

  /**
   * Makes the exporter; reads certificates, opens no connection.
   *
   * @param settings of this signal
   * @param grpcLoader asked if the settings say gRPC
   * @param pause how to wait
   * @throws IllegalStateException if it can't be made, with the reason
   */
  public LogEndpoint(SignalSettings settings, GrpcLoader grpcLoader, Pause pause) {
    SendReport report = new SendReport();
    Senders senders = new Senders(report, pause, grpcLoader);
    this.exporter = settings.grpc() ? grpc(settings, senders) : http(settings, senders);
    this.exchange = new Exchange(report, pause, settings.timeoutNanos());
  }

  private static OtlpHttpLogRecordExporter http(SignalSettings settings, Senders senders) {
    OtlpHttpLogRecordExporterBuilder builder =
        OtlpHttpLogRecordExporter.builder()
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

  private static OtlpGrpcLogRecordExporter grpc(SignalSettings settings, Senders senders) {
    OtlpGrpcLogRecordExporterBuilder builder =
        OtlpGrpcLogRecordExporter.builder()
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
  public Outcome send(Collection<LogRecordData> batch) {
    exchange.begin();
    return exchange.end(exporter.export(batch));
  }

  @Override
  public void close() {
    exporter.shutdown();
  }
}
