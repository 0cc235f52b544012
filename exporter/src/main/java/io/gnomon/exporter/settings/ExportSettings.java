package io.gnomon.exporter.settings;

import io.gnomon.core.settings.Setting;
import io.gnomon.core.settings.SettingsReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What OpenTelemetry's settings say about exporting. Immutable, read once at start. */
public final class ExportSettings {

  /** The shortest interval between exports; a shorter one is taken for it. */
  static final long MIN_INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

  private static final String OTLP = "otlp";
  private static final String NONE = "none";

  private static final SignalNames GENERAL = SignalNames.general();
  private static final SignalNames METRICS = SignalNames.of("metrics");
  private static final SignalNames LOGS = SignalNames.of("logs");
  private static final SignalNames TRACES = SignalNames.of("traces");

  private static final Setting<Boolean> SDK_DISABLED =
      Setting.flag("otel.sdk.disabled", false, "Exports nothing.");
  private static final Setting<String> METRICS_EXPORTER =
      Setting.choice("otel.metrics.exporter", "Where metrics go.", OTLP, NONE);
  private static final Setting<String> LOGS_EXPORTER =
      Setting.choice("otel.logs.exporter", "Where log records go.", OTLP, NONE);
  private static final Setting<String> TRACES_EXPORTER =
      Setting.choice("otel.traces.exporter", "Where traces go.", OTLP, NONE);
  private static final Setting<Long> INTERVAL =
      Setting.duration("otel.metric.export.interval", "60s", "Time between exports of metrics.");
  private static final Setting<String> TEMPORALITY =
      Setting.choice(
          "otel.exporter.otlp.metrics.temporality.preference",
          "What a point counts: since start, or since the last accepted export.",
          "cumulative",
          "delta",
          "lowmemory");
  private static final Setting<String> AGGREGATION =
      Setting.choice(
          "otel.exporter.otlp.metrics.default.histogram.aggregation",
          "How histograms are sent.",
          "base2_exponential_bucket_histogram",
          "explicit_bucket_histogram");
  private static final Setting<String> SERVICE_NAME =
      Setting.text("otel.service.name", "", "The resource attribute service.name.");
  private static final Setting<String> RESOURCE =
      Setting.text(
          "otel.resource.attributes",
          "",
          "Resource attributes, as key=value,key=value with percent-encoded values.");

  private final SignalSettings metrics;
  private final SignalSettings logs;
  private final SignalSettings traces;
  private final long intervalNanos;
  private final boolean delta;
  private final boolean explicitBuckets;
  private final String serviceName;
  private final Map<String, String> resourceAttributes;
  private final List<String> problems;

  private ExportSettings(SettingsReader reader) {
    List<String> found = new ArrayList<>();
    boolean enabled = !reader.get(SDK_DISABLED);
    this.metrics = signal(METRICS_EXPORTER, "metrics", METRICS, enabled, reader, found);
    this.logs = signal(LOGS_EXPORTER, "logs", LOGS, enabled, reader, found);
    this.traces = signal(TRACES_EXPORTER, "traces", TRACES, enabled, reader, found);
    this.intervalNanos = Math.max(MIN_INTERVAL_NANOS, reader.get(INTERVAL));
    this.delta = !reader.get(TEMPORALITY).equals("cumulative");
    this.explicitBuckets = reader.get(AGGREGATION).equals("explicit_bucket_histogram");
    this.serviceName = reader.get(SERVICE_NAME).trim();
    this.resourceAttributes = KeyValues.parse(reader.get(RESOURCE));
    this.problems = Collections.unmodifiableList(found);
  }

  private static SignalSettings signal(
      Setting<String> exporter,
      String signal,
      SignalNames names,
      boolean enabled,
      SettingsReader reader,
      List<String> problems) {
    boolean exported = enabled && reader.get(exporter).equals(OTLP);
    return SignalSettings.read(signal, exported, reader, names, GENERAL, problems);
  }

  /**
   * Reads all of them.
   *
   * @param reader where values come from
   * @return the settings
   */
  public static ExportSettings read(SettingsReader reader) {
    return new ExportSettings(reader);
  }

  /**
   * Every setting that {@link #read} knows.
   *
   * @return in the order in which they are to be printed
   */
  public static List<Setting<?>> all() {
    List<Setting<?>> all = new ArrayList<>();
    all.addAll(
        Arrays.<Setting<?>>asList(
            METRICS_EXPORTER,
            LOGS_EXPORTER,
            TRACES_EXPORTER,
            SERVICE_NAME,
            RESOURCE,
            INTERVAL,
            TEMPORALITY,
            AGGREGATION));
    all.addAll(GENERAL.all());
    all.addAll(METRICS.all());
    all.addAll(LOGS.all());
    all.addAll(TRACES.all());
    return Collections.unmodifiableList(all);
  }

  /**
   * How metrics travel.
   *
   * @return the settings of the signal
   */
  public SignalSettings metrics() {
    return metrics;
  }

  /**
   * How log records travel.
   *
   * @return the settings of the signal
   */
  public SignalSettings logs() {
    return logs;
  }

  /**
   * How spans travel.
   *
   * @return the settings of the signal
   */
  public SignalSettings traces() {
    return traces;
  }

  /**
   * Time between exports of metrics.
   *
   * @return nanoseconds
   */
  public long intervalNanos() {
    return intervalNanos;
  }

  /**
   * What points count.
   *
   * @return true for delta (also for {@code lowmemory}), false for cumulative
   */
  public boolean delta() {
    return delta;
  }

  /**
   * How histograms are sent.
   *
   * @return true for explicit buckets, false for exponential ones
   */
  public boolean explicitBuckets() {
    return explicitBuckets;
  }

  /**
   * The name of the service.
   *
   * @return empty if not given
   */
  public String serviceName() {
    return serviceName;
  }

  /**
   * Resource attributes that the user gave.
   *
   * @return keys and decoded values
   */
  public Map<String, String> resourceAttributes() {
    return resourceAttributes;
  }

  /**
   * Mistakes that only show when values are seen together.
   *
   * @return one line each, without the value: it may be secret
   */
  public List<String> problems() {
    return problems;
  }
}
