package io.gnomon.core.log;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps every line. */
public final class RecordingLog implements AgentLog {

  private final List<String> lines = new CopyOnWriteArrayList<>();

  /** All lines so far. */
  public List<String> lines() {
    return lines;
  }

  @Override
  public void info(String line) {
    lines.add(line);
  }

  @Override
  public void warn(String line) {
    lines.add(line);
  }

  @Override
  public void debug(String line) {
    lines.add(line);
  }
}
