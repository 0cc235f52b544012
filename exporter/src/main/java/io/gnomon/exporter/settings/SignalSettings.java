package io.gnomon.exporter.settings;

import io.gnomon.core.settings.Setting;
import io.gnomon.core.settings.SettingsReader;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** How one signal travels. Immutable. */
public final class SignalSettings {

  /** The longest time for one export. */
  static final long MAX_TIMEOUT_NANOS = TimeUnit.MINUTES.toNanos(5);

  private static final String GRPC = "grpc";
  private static final String DEFAULT_HTTP = "http://localhost:4318";
  private static final String DEFAULT_GRPC = "http://localhost:4317";

  private final String signal;
  private final boolean exported;
  private final boolean grpc;
  private final String endpoint;
  private final Map<String, String> headers;
  private final long timeoutNanos;
  private final String compression;
  private final String certificate;
  private final String clientKey;
  private final String clientCertificate;

  private SignalSettings(
      String signal, boolean exported, Values values, String endpoint, long timeoutNanos) {
    this.signal = signal;
    this.exported = exported;
    this.endpoint = endpoint;
    this.timeoutNanos = timeoutNanos;
    this.grpc = values.choice(values.own.protocol, values.general.protocol).equals(GRPC);
    this.headers = KeyValues.parse(values.text(values.own.headers, values.general.headers));
    this.compression = values.choice(values.own.compression, values.general.compression);
    this.certificate = values.text(values.own.certificate, values.general.certificate);
    this.clientKey = values.text(values.own.clientKey, values.general.clientKey);
    this.clientCertificate =
        values.text(values.own.clientCertificate, values.general.clientCertificate);
  }

  static SignalSettings read(
      String signal,
      boolean exported,
      SettingsReader reader,
      SignalNames own,
      SignalNames general,
      List<String> problems) {
    Values values = new Values(reader, own, general);
    boolean grpc = values.choice(own.protocol, general.protocol).equals(GRPC);
    return new SignalSettings(
        signal, exported, values, endpoint(signal, grpc, values, problems), values.timeoutNanos());
  }

  /** The endpoint of a signal is used as it is; the general one is a base for HTTP. */
  private static String endpoint(
      String signal, boolean grpc, Values values, List<String> problems) {
    String path = grpc ? "" : "/v1/" + signal;
    String own = values.reader.get(values.own.endpoint).trim();
    if (isUsable(own, "otel.exporter.otlp." + signal + ".endpoint", problems)) {
      return own;
    }
    String base = values.reader.get(values.general.endpoint).trim();
    if (isUsable(base, "otel.exporter.otlp.endpoint", problems)) {
      return (grpc || !base.endsWith("/") ? base : base.substring(0, base.length() - 1)) + path;
    }
    return (grpc ? DEFAULT_GRPC : DEFAULT_HTTP) + path;
  }

  private static boolean isUsable(String url, String name, List<String> problems) {
    if (url.isEmpty()) {
      return false;
    }
    try {
      URI uri = new URI(url);
      String scheme = uri.getScheme();
      if (uri.getHost() != null
          && ("http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme))) {
        return true;
      }
    } catch (URISyntaxException e) {
      // told below, without the text: a URL may hold a password
    }
    String problem =
        name + ": expected http://host:port or https://host:port, the default is used instead";
    if (!problems.contains(problem)) {
      problems.add(problem);
    }
    return false;
  }

  /**
   * Which signal.
   *
   * @return {@code metrics}, {@code logs} or {@code traces}
   */
  public String signal() {
    return signal;
  }

  /**
   * Whether it is exported at all.
   *
   * @return false for {@code none} and for {@code otel.sdk.disabled}
   */
  public boolean exported() {
    return exported;
  }

  /**
   * The transport.
   *
   * @return true for gRPC, false for HTTP
   */
  public boolean grpc() {
    return grpc;
  }

  /**
   * Where to.
   *
   * @return the whole URL, path included for HTTP
   */
  public String endpoint() {
    return endpoint;
  }

  /**
   * The endpoint as it may be printed.
   *
   * @return without user information, query and fragment
   */
  public String printableEndpoint() {
    URI uri = URI.create(endpoint);
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    String path = uri.getRawPath() == null ? "" : uri.getRawPath();
    return uri.getScheme() + "://" + uri.getHost() + port + path;
  }

  /**
   * What is sent along.
   *
   * @return header names and values; secret
   */
  public Map<String, String> headers() {
    return headers;
  }

  /**
   * Time for one export, retries included.
   *
   * @return nanoseconds, above 0
   */
  public long timeoutNanos() {
    return timeoutNanos;
  }

  /**
   * Compression.
   *
   * @return {@code none} or {@code gzip}
   */
  public String compression() {
    return compression;
  }

  /**
   * File of trusted certificates.
   *
   * @return empty for the JVM's own
   */
  public String certificate() {
    return certificate;
  }

  /**
   * File of the client's key.
   *
   * @return empty for none
   */
  public String clientKey() {
    return clientKey;
  }

  /**
   * File of the client's certificates.
   *
   * @return empty for none
   */
  public String clientCertificate() {
    return clientCertificate;
  }

  /** Reads the value of a signal, or the general one where it has none. */
  private static final class Values {

    final SettingsReader reader;
    final SignalNames own;
    final SignalNames general;

    Values(SettingsReader reader, SignalNames own, SignalNames general) {
      this.reader = reader;
      this.own = own;
      this.general = general;
    }

    String text(Setting<String> mine, Setting<String> common) {
      String value = reader.get(mine);
      return value.isEmpty() ? reader.get(common) : value;
    }

    String choice(Setting<String> mine, Setting<String> common) {
      String value = reader.get(mine);
      return value.equals(SignalNames.GENERAL) ? reader.get(common) : value;
    }

    long timeoutNanos() {
      long nanos = reader.get(own.timeout);
      if (nanos <= 0) {
        nanos = reader.get(general.timeout);
      }
      return nanos <= 0 ? MAX_TIMEOUT_NANOS : Math.min(nanos, MAX_TIMEOUT_NANOS);
    }
  }
}
