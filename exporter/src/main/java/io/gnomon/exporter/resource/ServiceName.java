package io.gnomon.exporter.resource;

import io.gnomon.exporter.settings.ExportSettings;

/** {@code service.name}: as given, else after the jar that was started. */
public final class ServiceName {

  static final String ATTRIBUTE = "service.name";

  private static final String UNKNOWN = "unknown_service:java";

  private ServiceName() {}

  /**
   * The name under which data arrive.
   *
   * @param settings what the user gave
   * @return never empty
   */
  public static String of(ExportSettings settings) {
    String given = settings.serviceName();
    if (!given.isEmpty()) {
      return given;
    }
    String attribute = settings.resourceAttributes().get(ATTRIBUTE);
    return attribute == null || attribute.isEmpty() ? found() : attribute;
  }

  private static String found() {
    String jar = ProcessFacts.mainJar();
    return jar == null ? UNKNOWN : jar;
  }
}
