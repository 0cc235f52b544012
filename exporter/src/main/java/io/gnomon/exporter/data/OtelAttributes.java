package io.gnomon.exporter.data;

import io.gnomon.core.attributes.AttributeSet;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;

/** Attributes as the SDK's type. */
final class OtelAttributes {

  private OtelAttributes() {}

  static Attributes of(AttributeSet set) {
    if (set.size() == 0) {
      return Attributes.empty();
    }
    AttributesBuilder builder = Attributes.builder();
    for (int i = 0; i < set.size(); i++) {
      put(builder, set.key(i), set.value(i));
    }
    return builder.build();
  }

  private static void put(AttributesBuilder builder, String key, Object value) {
    if (value instanceof Long) {
      builder.put(key, (Long) value);
    } else if (value instanceof Double) {
      builder.put(key, (Double) value);
    } else if (value instanceof Boolean) {
      builder.put(key, (Boolean) value);
    } else {
      builder.put(key, value.toString());
    }
  }
}
