package com.example.app;

import java.util.logging.LogManager;

/**
 * A log manager that can be made only once the application says so, as one whose classes come from
 * a loader that the application has yet to set up. Logging that starts earlier goes without it.
 */
public final class LateLogManager extends LogManager {

  /** As the JDK makes it. */
  public LateLogManager() {
    if (!JvmMain.started) {
      throw new IllegalStateException("logging was started before the application has started");
    }
  }
}
