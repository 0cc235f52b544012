package io.gnomon.jvm;

import io.gnomon.core.attributes.AttributeSet;
import io.gnomon.core.metrics.NumberSink;
import java.lang.management.ClassLoadingMXBean;
import java.lang.management.ManagementFactory;

/** Numbers without attributes that every JVM with the module java.management tells. */
final class BeanNumbers {

  private BeanNumbers() {}

  static void readClasses(JvmNumber number, NumberSink sink) {
    ClassLoadingMXBean bean = ManagementFactory.getClassLoadingMXBean();
    long value;
    if (number == JvmNumber.CLASSES_LOADED) {
      value = bean.getTotalLoadedClassCount();
    } else if (number == JvmNumber.CLASSES_UNLOADED) {
      value = bean.getUnloadedClassCount();
    } else {
      value = bean.getLoadedClassCount();
    }
    sink.number(AttributeSet.EMPTY, value);
  }

  static void readProcessors(NumberSink sink) {
    sink.number(AttributeSet.EMPTY, Runtime.getRuntime().availableProcessors());
  }

  static void readLoadAverage(JvmNumber number, NumberSink sink) {
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    if (load >= 0) {
      sink.number(AttributeSet.EMPTY, number.counted(load));
    }
  }

  static void readUptime(NumberSink sink) {
    sink.number(AttributeSet.EMPTY, ManagementFactory.getRuntimeMXBean().getUptime());
  }
}
