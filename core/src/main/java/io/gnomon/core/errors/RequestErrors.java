package io.gnomon.core.errors;

import io.gnomon.core.clock.Clock;
import io.gnomon.core.events.EventQueue;
import io.gnomon.core.findings.CallerStack;
import io.gnomon.core.findings.RateLimits;
import io.gnomon.core.log.AgentLog;
import io.gnomon.core.request.RequestEnds;
import io.gnomon.core.request.RequestRecord;
import java.util.Objects;

/**
 * Tells of requests that fail, in an event and in the log: one per route, {@code error.type} and
 * interval, with the number held back since. How many there are is in {@code
 * http.server.request.duration}, by the same names. For any thread; works on the thread that ends
 * the request, and costs one comparison when it did not fail.
 */
public final class RequestErrors implements RequestEnds {

  private static final int HASH_FACTOR = 31;

  private final ErrorSettings settings;
  private final Clock clock;
  private final RateLimits limits;
  private final CallerStack callerStack;
  private final EventQueue events;
  private final AgentLog log;

  /**
   * Nothing failed yet.
   *
   * @param settings how often, and whether with messages
   * @param callerStack which frames are the application's
   * @param clock for intervals and the events' time
   * @param events where events go
   * @param log where lines go
   */
  public RequestErrors(
      ErrorSettings settings,
      CallerStack callerStack,
      Clock clock,
      EventQueue events,
      AgentLog log) {
    this.settings = settings;
    this.clock = clock;
    this.limits = new RateLimits(clock, settings.intervalNanos());
    this.callerStack = callerStack;
    this.events = events;
    this.log = log;
  }

  @Override
  public void ended(RequestRecord record) {
    String errorType = record.errorType();
    if (errorType != null) {
      failed(record, errorType);
    }
  }

  private void failed(RequestRecord record, String errorType) {
    long fingerprint = (long) Objects.hashCode(record.route()) * HASH_FACTOR + errorType.hashCode();
    long heldBack = limits.admit(fingerprint);
    if (heldBack == RateLimits.HELD_BACK) {
      return;
    }
    RequestError error =
        new RequestError(
            record,
            errorType,
            Thrown.of(record.thrown(), callerStack, settings.messageTold()),
            heldBack);
    events.offer(error.event(clock.epochNanos()).in(record.place()));
    log.warn(error.line());
  }
}
