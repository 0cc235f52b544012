package io.gnomon.bootstrap;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the advice in logging libraries calls: static, and nothing gets out. Hands to the {@link
 * LogHandler} installed when this class was initialized. Any thread, concurrently.
 */
public final class LogProbe {

  /**
   * The key of the trace's id: 32 lower-case hexadecimal digits. A log event that has one of its
   * own, of another tracer, gets nothing of ours.
   */
  public static final String TRACE_ID = "trace_id";

  /** The key of the id of the request's own span: 16 lower-case hexadecimal digits. */
  public static final String SPAN_ID = "span_id";

  /**
   * The key of the W3C flags: {@code 01} if it is certain already that the trace is kept, else
   * {@code 00}, for most are chosen when the request ends.
   */
  public static final String TRACE_FLAGS = "trace_flags";

  private static final LogHandler HANDLER = Probes.logs();

  private LogProbe() {}

  /**
   * See {@link LogHandler#ids}.
   *
   * @return as there; null after a failure of ours
   */
  public static @Nullable Map<String, String> ids() {
    try {
      return HANDLER.ids();
    } catch (Throwable failure) {
      Probes.swallow(HANDLER, failure);
      return null;
    }
  }
}
