package io.gnomon.exporter.signals;

import io.gnomon.core.log.AgentLog;
import io.gnomon.exporter.ExportObserver;
import io.gnomon.exporter.sender.Outcome;
import io.gnomon.exporter.settings.SignalSettings;

/**
 * What is told about the exports of one signal: the first accepted one, a failure when it begins
 * and when it is over, the first partial success. Used by the export thread alone.
 */
final class Health {

  private final SignalSettings settings;
  private final AgentLog log;
  private final ExportObserver observer;
  private boolean accepted;
  private boolean partialTold;
  private long failures;

  Health(SignalSettings settings, AgentLog log, ExportObserver observer) {
    this.settings = settings;
    this.log = log;
    this.observer = observer;
  }

  /** A batch was sent. */
  void sent(Outcome outcome, long nanos) {
    observer.exported(settings.signal(), name(outcome), nanos);
    if (outcome.kind() != Outcome.Kind.ACCEPTED) {
      failed(outcome);
      return;
    }
    succeeded();
    partial(outcome);
  }

  /** The transport can't be made. */
  void unavailable(String reason) {
    observer.exported(settings.signal(), "unavailable", 0);
    if (failures++ == 0) {
      log.warn(settings.signal() + " are not exported: " + reason);
    }
  }

  /** Records were given up. */
  void dropped(long count) {
    observer.dropped(settings.signal(), count);
  }

  private void failed(Outcome outcome) {
    if (failures++ > 0) {
      return;
    }
    String begin =
        "export of " + settings.signal() + " to " + settings.printableEndpoint() + " fails: ";
    if (outcome.kind() == Outcome.Kind.NOT_SERVED) {
      log.warn(
          begin
              + outcome.reason()
              + "; if it takes no "
              + settings.signal()
              + ", set otel."
              + settings.signal()
              + ".exporter=none");
    } else {
      log.warn(begin + outcome.reason());
    }
  }

  private void succeeded() {
    String to = settings.signal() + " to " + settings.printableEndpoint();
    if (!accepted) {
      log.info("first export of " + to + " was accepted");
    } else if (failures > 0) {
      log.info("export of " + to + " works again, after " + failures + " that failed");
    }
    accepted = true;
    failures = 0;
  }

  private void partial(Outcome outcome) {
    if (outcome.refusedRecords() > 0) {
      observer.dropped(settings.signal(), outcome.refusedRecords());
    }
    if (!partialTold && !outcome.reason().isEmpty()) {
      partialTold = true;
      log.warn(
          settings.printableEndpoint()
              + " took "
              + settings.signal()
              + " but for "
              + outcome.refusedRecords()
              + ": "
              + outcome.reason());
    }
  }

  private static String name(Outcome outcome) {
    switch (outcome.kind()) {
      case ACCEPTED:
        return outcome.refusedRecords() > 0 ? "partial" : "accepted";
      case RETRY:
        return "retry";
      case REJECTED:
        return "rejected";
      default:
        return "not_served";
    }
  }
}
