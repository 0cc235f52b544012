package io.gnomon.bootstrap;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the advice in logging libraries asks. Called on application threads, concurrently, wherever
 * a log event takes what its thread says of itself.
 */
public abstract class LogHandler extends ProbeHandler {

  /** For the one implementation, and for tests. */
  protected LogHandler() {}

  /**
   * What a log event of this thread is to carry.
   *
   * @return {@link LogProbe#TRACE_ID}, {@link LogProbe#SPAN_ID} and {@link LogProbe#TRACE_FLAGS}
   *     with their values, in a map that is the caller's; null outside requests
   */
  protected abstract @Nullable Map<String, String> ids();
}
