package io.gnomon.exporter.sender;

import io.gnomon.exporter.GrpcLoader;
import io.gnomon.exporter.settings.SignalSettings;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporterBuilder;
import io.opentelemetry.exporter.otlp.trace.OtlpGrpcSpanExporter;
import io.opentelemetry.exporter.otlp.trace.OtlpGrpcSpanExporterBuilder;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;

/** Spans, sent by the SDK's OTLP exporter over the transport that the settings name. */
public final class SpanEndpoint extends SdkEndpoint<SpanData> {

  private final SpanExporter exporter;

  /**
   * Makes the exporter; reads certificates, opens no connection.
   *
   * @param settings of this signal
   * @param grpcLoader asked if the settings say gRPC
   * @param pause how to wait
   * @throws IllegalStateException if it can't be made, with the reason
   */
  public SpanEndpoint(SignalSettings settings, GrpcLoader grpcLoader, Pause pause) {
    this(new Transport(settings, grpcLoader, pause));
  }

  private SpanEndpoint(Transport transport) {
    super(transport);
    this.exporter = transport.grpc ? grpc(transport) : http(transport);
  }

  private static SpanExporter http(Transport transport) {
    OtlpHttpSpanExporterBuilder builder =
        OtlpHttpSpanExporter.builder()
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

  private static SpanExporter grpc(Transport transport) {
    OtlpGrpcSpanExporterBuilder builder =
        OtlpGrpcSpanExporter.builder()
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
  CompletableResultCode export(Collection<SpanData> batch) {
    return exporter.export(batch);
  }

  @Override
  public void close() {
    exporter.shutdown();
  }
}
