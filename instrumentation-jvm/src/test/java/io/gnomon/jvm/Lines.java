package io.gnomon.jvm;

import io.gnomon.core.log.AgentLog;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A log that a test reads. */
final class Lines implements AgentLog {

  private final List<String> lines = new CopyOnWriteArrayList<>();

  List<String> all() {
    return lines;
  }

  @Override
  public void info(String line) {
    lines.add("INFO " + line);
  }

  @Override
  public void warn(String line) {
    lines.add("WARN " + line);
  }

  @Override
  public void debug(String line) {
    lines.add("DEBUG " + line);
  }
}
