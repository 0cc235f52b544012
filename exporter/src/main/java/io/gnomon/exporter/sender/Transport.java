package io.gnomon.exporter.sender;

import io.gnomon.exporter.GrpcLoader;
import io.gnomon.exporter.settings.SignalSettings;
import io.opentelemetry.common.ComponentLoader;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the SDK's six OTLP exporters (three signals over HTTP and gRPC) are configured with; their
 * builders have no type in common. Certificates are read once. Used by the export thread alone.
 */
final class Transport {

  final boolean grpc;
  final String endpoint;
  final String compression;
  final Duration timeout;
  final ComponentLoader senders;
  final Supplier<Map<String, String>> headers;
  final byte @Nullable [] trusted;
  final byte @Nullable [] clientKey;
  final byte[] clientCertificate;
  final Exchange exchange;
  final SpareLine spare = new SpareLine();

  /**
   * Reads certificates, opens no connection.
   *
   * @throws IllegalStateException if they can't be read, with the reason
   */
  Transport(final SignalSettings settings, GrpcLoader grpcLoader, Pause pause) {
    SendReport report = new SendReport();
    this.senders = new Senders(spare, report, pause, grpcLoader);
    this.exchange = new Exchange(report, pause, settings.timeoutNanos());
    this.grpc = settings.grpc();
    this.endpoint = settings.endpoint();
    this.compression = settings.compression();
    this.timeout = Duration.ofNanos(settings.timeoutNanos());
    this.headers =
        new Supplier<Map<String, String>>() {
          @Override
          public Map<String, String> get() {
            return settings.headers();
          }
        };
    this.trusted = read(settings.certificate());
    this.clientKey = read(settings.clientKey());
    this.clientCertificate =
        clientKey == null ? new byte[0] : Pem.read(settings.clientCertificate());
  }

  private static byte @Nullable [] read(String file) {
    return file.isEmpty() ? null : Pem.read(file);
  }
}
