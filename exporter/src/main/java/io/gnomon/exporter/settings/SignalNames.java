package io.gnomon.exporter.settings;

import io.gnomon.core.settings.Setting;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** The OTLP settings of one signal, or the general ones; the same ten under another prefix. */
final class SignalNames {

  /** Says that a choice is as it is for all signals. */
  static final String GENERAL = "general";

  private static final String PREFIX = "otel.exporter.otlp.";

  final Setting<String> endpoint;
  final Setting<String> protocol;
  final Setting<String> headers;
  final Setting<Long> timeout;
  final Setting<String> compression;
  final Setting<String> certificate;
  final Setting<String> clientKey;
  final Setting<String> clientCertificate;

  private SignalNames(String infix, String of, Setting<String> protocol, Setting<Long> timeout) {
    this.protocol = protocol;
    this.timeout = timeout;
    this.endpoint = Setting.text(PREFIX + infix + "endpoint", "", "Where OTLP " + of + " go.");
    this.headers =
        Setting.text(
                PREFIX + infix + "headers",
                "",
                "Headers of OTLP " + of + ", as key=value,key=value with percent-encoded values.")
            .secret();
    this.compression =
        Setting.choice(
            PREFIX + infix + "compression",
            "Compression of OTLP " + of + ".",
            infix.isEmpty() ? "none" : GENERAL,
            infix.isEmpty() ? new String[] {"gzip"} : new String[] {"none", "gzip"});
    this.certificate =
        Setting.text(
            PREFIX + infix + "certificate",
            "",
            "File of trusted certificates (PEM) for OTLP " + of + ".");
    this.clientKey =
        Setting.text(
                PREFIX + infix + "client.key",
                "",
                "File of the client's private key (PEM, PKCS#8) for OTLP " + of + ".")
            .secret();
    this.clientCertificate =
        Setting.text(
            PREFIX + infix + "client.certificate",
            "",
            "File of the client's certificates (PEM) for OTLP " + of + ".");
  }

  static SignalNames general() {
    return new SignalNames(
        "",
        "requests",
        Setting.choice(PREFIX + "protocol", "Transport of OTLP.", "http/protobuf", "grpc"),
        Setting.duration(PREFIX + "timeout", "10s", "Time for one export, retries included."));
  }

  static SignalNames of(String signal) {
    return new SignalNames(
        signal + ".",
        signal,
        Setting.choice(
            PREFIX + signal + ".protocol",
            "Transport of OTLP " + signal + ".",
            GENERAL,
            "http/protobuf",
            "grpc"),
        Setting.duration(
            PREFIX + signal + ".timeout",
            "0",
            "Time for one export of " + signal + ", retries included; 0: as in general."));
  }

  List<Setting<?>> all() {
    return Collections.unmodifiableList(
        Arrays.<Setting<?>>asList(
            endpoint,
            protocol,
            headers,
            timeout,
            compression,
            certificate,
            clientKey,
            clientCertificate));
  }
}
