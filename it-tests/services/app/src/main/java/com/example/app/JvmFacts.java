package com.example.app;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.util.logging.LogManager;
import javax.management.MBeanServerFactory;

/** What the JVM tells of itself, a line for each. */
final class JvmFacts {

  private JvmFacts() {}

  /** {@code name=count} of each collector. */
  static String collections() {
    StringBuilder lines = new StringBuilder();
    for (GarbageCollectorMXBean bean : ManagementFactory.getGarbageCollectorMXBeans()) {
      lines.append(bean.getName()).append('=').append(bean.getCollectionCount()).append('\n');
    }
    return lines.toString();
  }

  /** The names of the memory pools. */
  static String pools() {
    StringBuilder lines = new StringBuilder();
    for (MemoryPoolMXBean bean : ManagementFactory.getMemoryPoolMXBeans()) {
      lines.append(bean.getName()).append('\n');
    }
    return lines.toString();
  }

  /** How many MBeanServers somebody made, without making one. */
  static String servers() {
    return String.valueOf(MBeanServerFactory.findMBeanServer(null).size());
  }

  /** Starts logging and tells with which manager. */
  static String logManager() {
    return LogManager.getLogManager().getClass().getName();
  }
}
