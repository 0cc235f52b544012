package io.gnomon.exporter.resource;

import io.gnomon.exporter.data.Origin;
import io.gnomon.exporter.settings.ExportSettings;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.sdk.resources.Resource;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes the resource. What the user gave wins over what was found. */
public final class Resources {

  private Resources() {}

  /**
   * The resource of this process; a fresh {@code service.instance.id} at each call unless one is
   * given.
   *
   * @param settings what the user gave
   * @param version of the agent
   * @return the resource
   */
  public static Resource of(ExportSettings settings, String version) {
    AttributesBuilder found = Attributes.builder();
    found.put("service.instance.id", UUID.randomUUID().toString());
    put(found, "host.name", ProcessFacts.hostName());
    put(found, "container.id", ContainerId.find());
    Long pid = ProcessFacts.pid();
    if (pid != null) {
      found.put("process.pid", pid);
    }
    put(found, "process.runtime.name", System.getProperty("java.runtime.name"));
    put(found, "process.runtime.version", System.getProperty("java.runtime.version"));
    found.put("process.runtime.description", runtimeDescription());
    found.put("telemetry.distro.name", "gnomon");
    found.put("telemetry.distro.version", version);
    return Resource.getDefault()
        .merge(Resource.create(found.build(), Origin.SCHEMA_URL))
        .merge(Resource.create(given(settings)));
  }

  private static Attributes given(ExportSettings settings) {
    AttributesBuilder given = Attributes.builder();
    for (Map.Entry<String, String> entry : settings.resourceAttributes().entrySet()) {
      given.put(AttributeKey.stringKey(entry.getKey()), entry.getValue());
    }
    given.put(ServiceName.ATTRIBUTE, ServiceName.of(settings));
    return given.build();
  }

  private static String runtimeDescription() {
    return System.getProperty("java.vm.vendor", "")
        + ' '
        + System.getProperty("java.vm.name", "")
        + ' '
        + System.getProperty("java.vm.version", "");
  }

  private static void put(AttributesBuilder builder, String key, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      builder.put(key, value);
    }
  }
}
