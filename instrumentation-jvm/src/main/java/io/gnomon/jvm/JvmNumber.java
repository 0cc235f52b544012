package io.gnomon.jvm;

import io.gnomon.core.metrics.Instrument;
import io.gnomon.core.metrics.Instrument.Kind;

/** Every number that is read of the JVM, with its instrument of the semantic conventions. */
@SuppressWarnings("ImmutableEnumChecker") // an Instrument is immutable and does not say so
enum JvmNumber {
  MEMORY_USED(Part.MEMORY, upDown("jvm.memory.used", "By", "Memory in use, by pool.")),
  MEMORY_COMMITTED(
      Part.MEMORY, upDown("jvm.memory.committed", "By", "Memory set apart for the JVM, by pool.")),
  MEMORY_LIMIT(
      Part.MEMORY, upDown("jvm.memory.limit", "By", "The most memory that a pool may have.")),
  MEMORY_AFTER_GC(
      Part.MEMORY,
      upDown(
          "jvm.memory.used_after_last_gc", "By", "Memory in use after a pool's last collection.")),

  BUFFERS_USED(Part.BUFFERS, upDown("jvm.buffer.memory.used", "By", "Memory that buffers take.")),
  BUFFERS_LIMIT(
      Part.BUFFERS, upDown("jvm.buffer.memory.limit", "By", "The capacity of all buffers.")),
  BUFFERS_COUNT(Part.BUFFERS, upDown("jvm.buffer.count", "{buffer}", "Buffers, by pool.")),

  THREADS(Part.THREADS, upDown("jvm.thread.count", "{thread}", "Platform threads, by state.")),

  CLASSES_LOADED(
      Part.CLASSES, counter("jvm.class.loaded", "{class}", 1, "Classes loaded since the start.")),
  CLASSES_UNLOADED(
      Part.CLASSES,
      counter("jvm.class.unloaded", "{class}", 1, "Classes unloaded since the start.")),
  CLASSES(Part.CLASSES, upDown("jvm.class.count", "{class}", "Classes that are loaded now.")),

  PROCESSORS(Part.PROCESSORS, upDown("jvm.cpu.count", "{cpu}", "Processors that the JVM may use.")),
  LOAD_AVERAGE(
      Part.SYSTEM,
      gauge(
          "jvm.system.cpu.load_1m",
          "{run_queue_item}",
          1e6,
          "What runs and waits to run on the machine, over one minute.")),
  UPTIME(Part.RUNTIME, gauge("process.uptime", "s", 1e3, "How long the process runs.")),

  CPU_TIME(
      Part.PROCESS, counter("jvm.cpu.time", "s", 1e9, "Processor time that the process took.")),
  CPU_UTILIZATION(
      Part.PROCESS,
      gauge(
          "jvm.cpu.recent_utilization",
          "1",
          1e9,
          "Share of the processors that the process took lately.")),
  SYSTEM_UTILIZATION(
      Part.PROCESS,
      gauge(
          "jvm.system.cpu.utilization",
          "1",
          1e9,
          "Share of the processors that the whole system took lately.")),

  FILES_OPEN(
      Part.FILES,
      upDown("jvm.file_descriptor.count", "{file_descriptor}", "File descriptors in use.")),
  FILES_LIMIT(
      Part.FILES,
      upDown(
          "jvm.file_descriptor.limit",
          "{file_descriptor}",
          "The most file descriptors that the process may have."));

  /** Where it is read: one reader each, for a JVM may lack the types that another one needs. */
  enum Part {
    MEMORY,
    BUFFERS,
    THREADS,
    CLASSES,
    PROCESSORS,
    SYSTEM,
    RUNTIME,
    PROCESS,
    FILES
  }

  final Part part;
  final Instrument instrument;

  JvmNumber(Part part, Instrument instrument) {
    this.part = part;
    this.instrument = instrument;
  }

  private static Instrument upDown(String name, String unit, String description) {
    return Instrument.number(Kind.UP_DOWN_COUNTER, name, unit, description);
  }

  private static Instrument counter(String name, String unit, double perUnit, String description) {
    return Instrument.decimal(Kind.COUNTER, name, unit, perUnit, description);
  }

  private static Instrument gauge(String name, String unit, double perUnit, String description) {
    return Instrument.decimal(Kind.GAUGE, name, unit, perUnit, description);
  }

  /** A value in the instrument's unit, as it is counted. */
  long counted(double value) {
    return Math.round(value * instrument.perUnit());
  }
}
