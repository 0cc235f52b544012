package io.gnomon.otlpreceiver;

/** What OTLP carries, each over a request path and a gRPC service of its own. */
public enum Signal {
  /** Metrics. */
  METRICS("/v1/metrics", "opentelemetry.proto.collector.metrics.v1.MetricsService"),
  /** Log records. */
  LOGS("/v1/logs", "opentelemetry.proto.collector.logs.v1.LogsService"),
  /** Spans. */
  TRACES("/v1/traces", "opentelemetry.proto.collector.trace.v1.TraceService");

  private final String path;
  private final String service;

  Signal(String path, String service) {
    this.path = path;
    this.service = service;
  }

  /**
   * Where OTLP/HTTP posts it.
   *
   * @return as {@code /v1/metrics}
   */
  public String path() {
    return path;
  }

  /**
   * The gRPC service that takes it.
   *
   * @return the full name
   */
  public String service() {
    return service;
  }
}
