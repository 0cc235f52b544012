package io.gnomon.core.settings;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What is on and off, and for how long the end may take. Immutable, safe for any thread. */
public final class GeneralSettings {

  static final Setting<Boolean> ENABLED =
      Setting.flag("gnomon.enabled", true, "Whether the agent does anything at all.");
  static final Setting<Boolean> JDBC_ENABLED =
      Setting.flag("gnomon.jdbc.enabled", true, "Whether JDBC queries are timed.");
  static final Setting<Boolean> SERVLET_ENABLED =
      Setting.flag("gnomon.servlet.enabled", true, "Whether servlet requests are timed.");
  static final Setting<Boolean> HTTP_CLIENT_ENABLED =
      Setting.flag(
          "gnomon.http-client.enabled",
          true,
          "Whether calls of HTTP clients are timed, and told which trace they belong to.");
  static final Setting<Boolean> JVM_ENABLED =
      Setting.flag(
          "gnomon.jvm.enabled",
          true,
          "Whether the JVM's memory, collections, threads, classes and CPU are measured.");
  static final Setting<Boolean> TASKS_ENABLED =
      Setting.flag(
          "gnomon.tasks.enabled",
          true,
          "Whether what a request's tasks do on other threads belongs to the request.");
  static final Setting<Long> SHUTDOWN_TIMEOUT =
      Setting.finiteDuration(
          "gnomon.shutdown.timeout",
          "10s",
          "How long the end of the JVM may wait for active requests and the last export.");
  static final Setting<String> CONFIG_FILE =
      Setting.text("gnomon.config.file", "", "A properties file with further settings, in UTF-8.");
  static final Setting<Boolean> SDK_DISABLED =
      Setting.flag(
          "otel.sdk.disabled", false, "OpenTelemetry's switch: true turns the agent off as well.");

  private final boolean enabled;
  private final boolean jdbcEnabled;
  private final boolean servletEnabled;
  private final boolean httpClientEnabled;
  private final boolean jvmEnabled;
  private final boolean tasksEnabled;
  private final long shutdownTimeoutNanos;

  private GeneralSettings(SettingsReader reader) {
    boolean sdkDisabled = reader.get(SDK_DISABLED);
    this.enabled = reader.get(ENABLED) && !sdkDisabled;
    this.jdbcEnabled = reader.get(JDBC_ENABLED);
    this.servletEnabled = reader.get(SERVLET_ENABLED);
    this.httpClientEnabled = reader.get(HTTP_CLIENT_ENABLED);
    this.jvmEnabled = reader.get(JVM_ENABLED);
    this.tasksEnabled = reader.get(TASKS_ENABLED);
    this.shutdownTimeoutNanos = reader.get(SHUTDOWN_TIMEOUT);
  }

  /**
   * Reads them.
   *
   * @param reader where values come from; it notes what is wrong
   * @return the settings in force
   */
  public static GeneralSettings read(SettingsReader reader) {
    return new GeneralSettings(reader);
  }

  /**
   * All settings of this type, for the catalogue.
   *
   * @return in print order
   */
  public static List<Setting<?>> all() {
    List<Setting<?>> all = new ArrayList<>();
    all.add(ENABLED);
    all.add(JDBC_ENABLED);
    all.add(SERVLET_ENABLED);
    all.add(HTTP_CLIENT_ENABLED);
    all.add(JVM_ENABLED);
    all.add(TASKS_ENABLED);
    all.add(SHUTDOWN_TIMEOUT);
    all.add(CONFIG_FILE);
    all.add(SDK_DISABLED);
    return Collections.unmodifiableList(all);
  }

  /**
   * Whether the agent does anything.
   *
   * @return false if {@code gnomon.enabled} is false or {@code otel.sdk.disabled} is true
   */
  public boolean enabled() {
    return enabled;
  }

  /**
   * Whether JDBC is woven.
   *
   * @return as {@code gnomon.jdbc.enabled}
   */
  public boolean jdbcEnabled() {
    return jdbcEnabled;
  }

  /**
   * Whether servlet containers are woven.
   *
   * @return as {@code gnomon.servlet.enabled}
   */
  public boolean servletEnabled() {
    return servletEnabled;
  }

  /**
   * Whether HTTP clients are woven.
   *
   * @return as {@code gnomon.http-client.enabled}
   */
  public boolean httpClientEnabled() {
    return httpClientEnabled;
  }

  /**
   * Whether the JVM is measured.
   *
   * @return as {@code gnomon.jvm.enabled}
   */
  public boolean jvmEnabled() {
    return jvmEnabled;
  }

  /**
   * Whether executors and threads are woven.
   *
   * @return as {@code gnomon.tasks.enabled}
   */
  public boolean tasksEnabled() {
    return tasksEnabled;
  }

  /**
   * How long the end may take.
   *
   * @return nanoseconds
   */
  public long shutdownTimeoutNanos() {
    return shutdownTimeoutNanos;
  }
}
