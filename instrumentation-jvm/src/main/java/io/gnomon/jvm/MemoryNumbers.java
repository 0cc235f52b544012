package io.gnomon.jvm;

import io.gnomon.core.attributes.AttributeNames;
import io.gnomon.core.attributes.AttributeSet;
import io.gnomon.core.metrics.NumberSink;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import org.jspecify.annotations.Nullable;

/** Memory, by pool. What a pool does not define (a limit, what a collection left) is not told. */
final class MemoryNumbers {

  private MemoryNumbers() {}

  static void read(JvmNumber number, NumberSink sink) {
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      boolean afterGc = number == JvmNumber.MEMORY_AFTER_GC;
      long bytes = bytes(number, afterGc ? pool.getCollectionUsage() : pool.getUsage());
      if (bytes >= 0) {
        sink.number(attributes(pool), bytes);
      }
    }
  }

  /** How many, or less than 0 if the pool does not define it. */
  private static long bytes(JvmNumber number, @Nullable MemoryUsage usage) {
    if (usage == null) {
      return -1;
    }
    if (number == JvmNumber.MEMORY_COMMITTED) {
      return usage.getCommitted();
    }
    return number == JvmNumber.MEMORY_LIMIT ? usage.getMax() : usage.getUsed();
  }

  private static AttributeSet attributes(MemoryPoolMXBean pool) {
    return AttributeSet.builder()
        .put(AttributeNames.JVM_MEMORY_POOL_NAME, pool.getName())
        .put(
            AttributeNames.JVM_MEMORY_TYPE, pool.getType() == MemoryType.HEAP ? "heap" : "non_heap")
        .build();
  }
}
