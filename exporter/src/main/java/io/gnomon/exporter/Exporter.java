package io.gnomon.exporter;

import io.gnomon.core.clock.Clock;
import io.gnomon.core.failures.Failures;
import io.gnomon.core.log.AgentLog;
import io.gnomon.core.request.ThreadState;
import io.gnomon.exporter.settings.ExportSettings;
import io.gnomon.exporter.signals.SignalExports;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Exports telemetry on one daemon thread of its own, {@code gnomon-export}, which alone loads and
 * uses OpenTelemetry. {@link #start()} and {@link #shutdown(long)} may be called from any thread,
 * the latter also from a shutdown hook; neither throws.
 */
public final class Exporter {

  /** The name of the thread. */
  public static final String THREAD_NAME = "gnomon-export";

  private final ExportSettings settings;
  private final TelemetrySource source;
  private final GrpcLoader grpcLoader;
  private final String version;
  private final Clock clock;
  private final AgentLog log;
  private final Failures failures;
  private final ExportObserver observer;
  private final StopSignal stop = new StopSignal();
  private final Thread thread;
  private @Nullable SignalExports exports;

  /**
   * An exporter that has not started.
   *
   * @param settings which signals and how
   * @param source where telemetry comes from; read by the export thread
   * @param grpcLoader asked if the settings say gRPC
   * @param version of the agent
   * @param clock time, but for waiting
   * @param log where lines go
   * @param failures where unexpected failures of ours go
   * @param observer told about every export
   */
  public Exporter(
      ExportSettings settings,
      TelemetrySource source,
      GrpcLoader grpcLoader,
      String version,
      Clock clock,
      AgentLog log,
      Failures failures,
      ExportObserver observer) {
    this.settings = settings;
    this.source = source;
    this.grpcLoader = grpcLoader;
    this.version = version;
    this.clock = clock;
    this.log = log;
    this.failures = failures;
    this.observer = observer;
    this.thread =
        new Thread(
            new Runnable() {
              @Override
              public void run() {
                exportUntilStopped();
              }
            },
            THREAD_NAME);
    thread.setDaemon(true);
    thread.setContextClassLoader(null);
  }

  /** Starts the thread, if anything is to be exported. */
  public void start() {
    if (settings.metrics().exported()
        || settings.logs().exported()
        || settings.traces().exported()) {
      thread.start();
    }
  }

  /**
   * Exports once more what there is (nothing, if the application did nothing so far), then ends the
   * thread; returns when that is done or the time is over. A second call waits too, but changes
   * nothing.
   *
   * @param timeoutNanos how long at most
   */
  public void shutdown(long timeoutNanos) {
    stop.stop(timeoutNanos);
    try {
      TimeUnit.NANOSECONDS.timedJoin(thread, timeoutNanos);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Over HTTP this thread sends itself, by a client that is woven: that is no call to be timed. */
  private void exportUntilStopped() {
    ThreadState.current().calls().mute();
    ExportSchedule schedule = new ExportSchedule(clock, source, settings.intervalNanos());
    do {
      try {
        exportWhatIsDue(schedule);
      } catch (Throwable e) {
        failures.caught("exporter", e);
      }
    } while (stop.pause(schedule.waitNanos()));
    try {
      if (exports != null || schedule.hasData()) {
        exports().finish();
      }
    } catch (Throwable e) {
      failures.caught("exporter", e);
    }
  }

  private void exportWhatIsDue(ExportSchedule schedule) {
    if (schedule.metricsDue()) {
      exports().exportMetrics();
    }
    if (exports != null) {
      exports.exportRecords();
    }
  }

  private SignalExports exports() {
    SignalExports made = exports;
    if (made == null) {
      made = new SignalExports(settings, source, grpcLoader, stop, version, clock, log, observer);
      exports = made;
    }
    return made;
  }
}
