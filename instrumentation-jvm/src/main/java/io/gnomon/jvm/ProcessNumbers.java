package io.gnomon.jvm;

import com.sun.management.OperatingSystemMXBean;
import io.gnomon.core.attributes.AttributeSet;
import io.gnomon.core.metrics.NumberSink;
import java.lang.management.ManagementFactory;

/** Processor time and shares: of JVMs with the module jdk.management. */
final class ProcessNumbers {

  private ProcessNumbers() {}

  static void read(JvmNumber number, NumberSink sink) {
    Object bean = ManagementFactory.getOperatingSystemMXBean();
    if (!(bean instanceof OperatingSystemMXBean)) {
      throw new UnsupportedOperationException(bean.getClass().getName());
    }
    long value = value(number, (OperatingSystemMXBean) bean);
    if (value >= 0) {
      sink.number(AttributeSet.EMPTY, value);
    }
  }

  /** As it is counted; less than 0 while the JVM does not know it. */
  private static long value(JvmNumber number, OperatingSystemMXBean bean) {
    if (number == JvmNumber.CPU_TIME) {
      return bean.getProcessCpuTime();
    }
    double share =
        number == JvmNumber.CPU_UTILIZATION ? bean.getProcessCpuLoad() : bean.getSystemCpuLoad();
    return share >= 0 ? number.counted(share) : -1;
  }
}
