package io.gnomon.jvm;

import io.gnomon.core.failures.Failures;
import io.gnomon.core.log.AgentLog;
import io.gnomon.core.metrics.Metrics;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The metrics {@code jvm.*} and {@code process.uptime}. Until it is run it touches nothing of the
 * JVM: that is for the export thread, before its first export, when the application has started.
 * Never throws.
 */
public final class JvmMetrics implements Runnable {

  private static final String PART = "jvm";

  private final Metrics metrics;
  private final Failures failures;
  private final AgentLog log;

  /** Guarded by this, as is {@link #closed}. */
  private @Nullable GcDurations collections;

  private boolean closed;

  /**
   * Metrics that are not there yet.
   *
   * @param metrics where the instruments go
   * @param failures where failures of ours go
   * @param log where a line goes about what this JVM can't tell
   */
  public JvmMetrics(Metrics metrics, Failures failures, AgentLog log) {
    this.metrics = metrics;
    this.failures = failures;
    this.log = log;
  }

  /** Registers all instruments and listens to the collectors; to be called once. */
  @Override
  public synchronized void run() {
    if (closed) {
      return;
    }
    try {
      long startEpochNanos = startEpochNanos();
      for (JvmNumber number : JvmNumber.values()) {
        metrics.observe(number.instrument, new JvmObserver(number, log), startEpochNanos);
      }
      listen();
    } catch (Throwable failure) {
      failures.caught(PART, failure);
    }
  }

  private void listen() {
    try {
      collections = GcDurations.listen(metrics, failures);
    } catch (LinkageError missing) {
      log.debug("jvm.gc.duration is not told by this JVM: " + missing);
    }
  }

  /** Since when the JVM counts; now, if it does not tell. */
  private static long startEpochNanos() {
    long millis;
    try {
      millis = ManagementFactory.getRuntimeMXBean().getStartTime();
    } catch (LinkageError missing) {
      millis = System.currentTimeMillis();
    }
    return TimeUnit.MILLISECONDS.toNanos(millis);
  }

  /** Listens no more. One that was not run yet does nothing when it is. */
  public synchronized void close() {
    closed = true;
    if (collections != null) {
      collections.close();
      collections = null;
    }
  }
}
