package io.gnomon.core.budgets;

import io.gnomon.core.attributes.AttributeNames;
import io.gnomon.core.attributes.AttributeSet;
import io.gnomon.core.clock.Clock;
import io.gnomon.core.events.Event;
import io.gnomon.core.events.EventQueue;
import io.gnomon.core.findings.Words;
import io.gnomon.core.log.AgentLog;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Tells of a budget that broke or recovered in an event and in the log. For threads of ours. */
final class BudgetTeller {

  /** The event of a budget that breaks. */
  static final String BROKEN = "gnomon.budget.broken";

  /** The event of a budget that is within its limit again. */
  static final String RECOVERED = "gnomon.budget.recovered";

  private static final long NANOS_PER_MILLI = 1_000_000L;

  private final Clock clock;
  private final EventQueue events;
  private final AgentLog log;

  BudgetTeller(Clock clock, EventQueue events, AgentLog log) {
    this.clock = clock;
    this.events = events;
    this.log = log;
  }

  /** Tells of a verdict that has just changed. */
  void tell(Verdict verdict) {
    String line = Words.oneLine(headline(verdict));
    if (verdict.breached()) {
      offer(BROKEN, line, withWorst(attributes(verdict), verdict.worst()));
      log.warn(line + worst(verdict.worst()));
    } else {
      offer(RECOVERED, line, attributes(verdict));
      log.info(line);
    }
  }

  private void offer(String name, String line, AttributeSet.Builder attributes) {
    events.offer(new Event(name, clock.epochNanos(), line, attributes.build()));
  }

  private static StringBuilder headline(Verdict verdict) {
    return new StringBuilder("budget ")
        .append(verdict.budget())
        .append(verdict.breached() ? " is broken: " : " has recovered: ")
        .append(verdict.route())
        .append(' ')
        .append(verdict.objective().text())
        .append('=')
        .append(verdict.limit())
        .append(", ")
        .append(verdict.over())
        .append(" of ")
        .append(verdict.requests())
        .append(verdict.objective() == Objective.ERROR_RATE ? " failed" : " over it")
        .append(", burn ")
        .append(Math.round(verdict.burn() * 100) / 100.0);
  }

  private static String worst(@Nullable WorstRequest worst) {
    if (worst == null) {
      return "";
    }
    StringBuilder text = new StringBuilder("; worst: ").append(worst.method());
    text.append(' ').append(worst.status()).append(" in ");
    text.append(worst.elapsedNanos() / NANOS_PER_MILLI).append(" ms, ");
    text.append(worst.queries()).append(" queries in ");
    text.append(worst.queryNanos() / NANOS_PER_MILLI).append(" ms, at ").append(start(worst));
    if (worst.errorType() != null) {
      text.append(", ").append(worst.errorType());
    }
    return Words.oneLine(worst.why() == null ? text : text.append("; ").append(worst.why()));
  }

  private static String start(WorstRequest worst) {
    return Instant.ofEpochMilli(worst.epochNanos() / NANOS_PER_MILLI).toString();
  }

  private static AttributeSet.Builder attributes(Verdict verdict) {
    return BudgetMetrics.attributes(verdict)
        .put(AttributeNames.BUDGET_LIMIT, verdict.limit())
        .put(AttributeNames.BUDGET_WINDOW_MILLIS, verdict.windowNanos() / NANOS_PER_MILLI)
        .put(AttributeNames.BUDGET_REQUESTS, verdict.requests())
        .put(AttributeNames.BUDGET_OVER, verdict.over())
        .putDouble(AttributeNames.BUDGET_BURN, verdict.burn());
  }

  private static AttributeSet.Builder withWorst(
      AttributeSet.Builder builder, @Nullable WorstRequest worst) {
    return worst == null
        ? builder
        : builder
            .put(AttributeNames.BUDGET_WORST_METHOD, worst.method())
            .put(AttributeNames.BUDGET_WORST_STATUS, worst.status())
            .put(AttributeNames.BUDGET_WORST_ERROR, worst.errorType())
            .put(AttributeNames.BUDGET_WORST_START, start(worst))
            .put(
                AttributeNames.BUDGET_WORST_DURATION_MILLIS, worst.elapsedNanos() / NANOS_PER_MILLI)
            .put(AttributeNames.BUDGET_WORST_QUERIES, worst.queries())
            .put(AttributeNames.BUDGET_WORST_QUERY_MILLIS, worst.queryNanos() / NANOS_PER_MILLI)
            .put(AttributeNames.BUDGET_WORST_WHY, worst.why());
  }
}
