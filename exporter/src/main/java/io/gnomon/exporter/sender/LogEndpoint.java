package io.gnomon.exporter.sender;

import io.gnomon.exporter.GrpcLoader;
import io.gnomon.exporter.settings.SignalSettings;
import io.opentelemetry.exporter.otlp.http.logs.OtlpHttpLogRecordExporter;
import io.opentelemetry.exporter.otlp.http.logs.OtlpHttpLogRecordExporterBuilder;
import io.opentelemetry.exporter.otlp.logs.OtlpGrpcLogRecordExporter;
import io.opentelemetry.exporter.otlp.logs.OtlpGrpcLogRecordExporterBuilder;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;
import java.util.Collection;

/** Log records, sent by the SDK's OTLP exporter over the transport that the settings name. */
public final class LogEndpoint extends SdkEndpoint<LogRecordData> {

  private final LogRecordExporter exporter;

  /**
   * Makes the exporter; reads certificates, opens no connection.
   *
   * @param settings of this signal
   * @param grpcLoader asked if the settings say gRPC
   * @param pause how to wait
   * @throws IllegalStateException if it can't be made, with the reason
   */
  public LogEndpoint(SignalSettings settings, GrpcLoader grpcLoader, Pause pause) {
    this(new Transport(settings, grpcLoader, pause));
  }

  private LogEndpoint(Transport transport) {
    super(transport);
    this.exporter = transport.grpc ? grpc(transport) : http(transport);
  }

  private static LogRecordExporter http(Transport transport) {
    OtlpHttpLogRecordExporterBuilder builder =
        OtlpHttpLogRecordExporter.builder()
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

  private static LogRecordExporter grpc(Transport transport) {
    OtlpGrpcLogRecordExporterBuilder builder =
        OtlpGrpcLogRecordExporter.builder()
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
  CompletableResultCode export(Collection<LogRecordData> batch) {
    return exporter.export(batch);
  }

  @Override
  public void close() {
    exporter.shutdown();
  }
}
