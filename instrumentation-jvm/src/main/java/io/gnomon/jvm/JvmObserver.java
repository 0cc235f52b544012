package io.gnomon.jvm;

import io.gnomon.core.log.AgentLog;
import io.gnomon.core.metrics.NumberObserver;
import io.gnomon.core.metrics.NumberSink;

/**
 * Reads one number of the JVM. A number that this JVM can't tell, for it lacks a module or an
 * operation, is left out from then on; that is told once, at debug. For the export thread.
 */
final class JvmObserver implements NumberObserver {

  private final JvmNumber number;
  private final AgentLog log;
  private boolean absent;

  JvmObserver(JvmNumber number, AgentLog log) {
    this.number = number;
    this.log = log;
  }

  @Override
  public void observe(NumberSink sink) {
    if (absent) {
      return;
    }
    try {
      read(sink);
    } catch (LinkageError | UnsupportedOperationException missing) {
      absent = true;
      log.debug(number.instrument.name() + " is not told by this JVM: " + missing);
    }
  }

  private void read(NumberSink sink) {
    switch (number.part) {
      case MEMORY:
        MemoryNumbers.read(number, sink);
        break;
      case BUFFERS:
        BufferNumbers.read(number, sink);
        break;
      case THREADS:
        ThreadNumbers.read(sink);
        break;
      case CLASSES:
        BeanNumbers.readClasses(number, sink);
        break;
      case PROCESSORS:
        BeanNumbers.readProcessors(sink);
        break;
      case SYSTEM:
        BeanNumbers.readLoadAverage(number, sink);
        break;
      case RUNTIME:
        BeanNumbers.readUptime(sink);
        break;
      case PROCESS:
        ProcessNumbers.read(number, sink);
        break;
      case FILES:
        FileNumbers.read(number, sink);
        break;
    }
  }
}
