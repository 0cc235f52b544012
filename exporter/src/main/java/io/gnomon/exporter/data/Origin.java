package io.gnomon.exporter.data;

import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.resources.Resource;

/**
 * Who sends, and by which conventions: the same for every metric, log record and span. Immutable.
 */
public final class Origin {

  /** The pinned semantic conventions. */
  public static final String SCHEMA_URL = "https://opentelemetry.io/schemas/1.45.0";

  /** The name of our scope. */
  public static final String SCOPE = "io.gnomon";

  final Resource resource;
  final InstrumentationScopeInfo scope;

  /**
   * An origin.
   *
   * @param resource who sends
   * @param version of the agent
   */
  public Origin(Resource resource, String version) {
    this.resource = resource;
    this.scope =
        InstrumentationScopeInfo.builder(SCOPE)
            .setVersion(version)
            .setSchemaUrl(SCHEMA_URL)
            .build();
  }
}
