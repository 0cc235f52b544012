package io.gnomon.core.slowquery;

import io.gnomon.core.events.EventQueue;
import io.gnomon.core.log.AgentLog;
import org.jspecify.annotations.Nullable;

/** Tells of a slow query in an event and in the log. For any thread. */
final class SlowQueryTeller {

  private final EventQueue events;
  private final AgentLog log;

  SlowQueryTeller(EventQueue events, AgentLog log) {
    this.events = events;
    this.log = log;
  }

  void tell(SlowQuery slowQuery, @Nullable String plan) {
    events.offer(slowQuery.event(plan));
    log.warn(slowQuery.line());
  }
}
