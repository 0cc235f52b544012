package io.gnomon.exporter.sender;

import io.opentelemetry.sdk.common.CompletableResultCode;
import java.util.concurrent.TimeUnit;

/** One batch's way to the endpoint and back. Used by the export thread alone. */
final class Exchange {

  /** How much longer than the transport's own timeout its answer is awaited. */
  private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final SendReport report;
  private final Pause pause;
  private final long timeoutNanos;

  Exchange(SendReport report, Pause pause, long timeoutNanos) {
    this.report = report;
    this.pause = pause;
    this.timeoutNanos = timeoutNanos;
  }

  void begin() {
    report.reset();
  }

  /** Waits for the result; the report tells more than the result does, if it got anything. */
  Outcome end(CompletableResultCode result) {
    result.join(Math.max(1, pause.remaining(timeoutNanos + GRACE_NANOS)), TimeUnit.NANOSECONDS);
    Throwable failure = result.getFailureThrowable();
    if (result.isDone() && !result.isSuccess() && report.isUntouched()) {
      return Outcome.rejected(
          failure == null ? "the request could not be made" : SendReport.describe(failure));
    }
    return report.outcome();
  }
}
