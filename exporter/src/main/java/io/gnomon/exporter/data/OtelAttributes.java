package io.gnomon.exporter.data;

import io.gnomon.core.attributes.AttributeSet;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.AttributeType;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Attributes as the SDK's type. Each set remembers what was made of it, since a series is exported
 * again and again, and a query's spans have the same set; keys are shared, since each remembers how
 * its name is encoded.
 */
final class OtelAttributes {

  /** How many keys are shared; there are not so many names. */
  private static final int MAX_KEYS = 512;

  private static final Map<String, AttributeKey<?>> KEYS = new ConcurrentHashMap<>();

  private OtelAttributes() {}

  static Attributes of(AttributeSet set) {
    Object known = set.converted();
    if (known instanceof Attributes) {
      return (Attributes) known;
    }
    Attributes made = convert(set);
    set.converted(made);
    return made;
  }

  private static Attributes convert(AttributeSet set) {
    if (set.size() == 0) {
      return Attributes.empty();
    }
    AttributesBuilder builder = Attributes.builder();
    for (int i = 0; i < set.size(); i++) {
      put(builder, set.key(i), set.value(i));
    }
    return builder.build();
  }

  private static void put(AttributesBuilder builder, String name, Object value) {
    if (value instanceof Long) {
      builder.put(OtelAttributes.<Long>key(name, AttributeType.LONG), (Long) value);
    } else if (value instanceof Double) {
      builder.put(OtelAttributes.<Double>key(name, AttributeType.DOUBLE), (Double) value);
    } else if (value instanceof Boolean) {
      builder.put(OtelAttributes.<Boolean>key(name, AttributeType.BOOLEAN), (Boolean) value);
    } else {
      builder.put(OtelAttributes.<String>key(name, AttributeType.STRING), value.toString());
    }
  }

  /** A key of a type that has values of T. */
  @SuppressWarnings("unchecked")
  private static <T> AttributeKey<T> key(String name, AttributeType type) {
    AttributeKey<?> known = KEYS.get(name);
    if (known == null || known.getType() != type) {
      known = make(name, type);
      if (KEYS.size() < MAX_KEYS) {
        KEYS.put(name, known);
      }
    }
    return (AttributeKey<T>) known;
  }

  private static AttributeKey<?> make(String name, AttributeType type) {
    switch (type) {
      case LONG:
        return AttributeKey.longKey(name);
      case DOUBLE:
        return AttributeKey.doubleKey(name);
      case BOOLEAN:
        return AttributeKey.booleanKey(name);
      default:
        return AttributeKey.stringKey(name);
    }
  }
}
