package io.gnomon.jvm;

import io.gnomon.core.attributes.AttributeNames;
import io.gnomon.core.attributes.AttributeSet;
import io.gnomon.core.metrics.NumberSink;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;

/** Direct and mapped buffers, by pool. What a pool does not know is not told. */
final class BufferNumbers {

  private BufferNumbers() {}

  static void read(JvmNumber number, NumberSink sink) {
    for (BufferPoolMXBean pool : ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class)) {
      long value = value(number, pool);
      if (value >= 0) {
        sink.number(
            AttributeSet.builder().put(AttributeNames.JVM_BUFFER_POOL_NAME, pool.getName()).build(),
            value);
      }
    }
  }

  private static long value(JvmNumber number, BufferPoolMXBean pool) {
    if (number == JvmNumber.BUFFERS_COUNT) {
      return pool.getCount();
    }
    return number == JvmNumber.BUFFERS_USED ? pool.getMemoryUsed() : pool.getTotalCapacity();
  }
}
