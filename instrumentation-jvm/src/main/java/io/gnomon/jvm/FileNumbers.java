package io.gnomon.jvm;

import com.sun.management.UnixOperatingSystemMXBean;
import io.gnomon.core.attributes.AttributeSet;
import io.gnomon.core.metrics.NumberSink;
import java.lang.management.ManagementFactory;

/** File descriptors: of JVMs with the module jdk.management, but on Windows. */
final class FileNumbers {

  private FileNumbers() {}

  static void read(JvmNumber number, NumberSink sink) {
    Object bean = ManagementFactory.getOperatingSystemMXBean();
    if (!(bean instanceof UnixOperatingSystemMXBean)) {
      throw new UnsupportedOperationException(bean.getClass().getName());
    }
    UnixOperatingSystemMXBean unix = (UnixOperatingSystemMXBean) bean;
    long value =
        number == JvmNumber.FILES_OPEN
            ? unix.getOpenFileDescriptorCount()
            : unix.getMaxFileDescriptorCount();
    if (value >= 0) {
      sink.number(AttributeSet.EMPTY, value);
    }
  }
}
