package io.gnomon.jdbc.explain;

import io.gnomon.core.Core;
import io.gnomon.core.clock.Clock;
import io.gnomon.core.failures.Failures;
import io.gnomon.core.query.Execution;
import io.gnomon.core.slowquery.PlanReceiver;
import io.gnomon.core.slowquery.PlanSource;
import io.gnomon.jdbc.digest.SqlDigester;
import org.jspecify.annotations.Nullable;

/**
 * Brings the plans of slow queries, at most one per fingerprint and interval, whatever became of
 * it. Never waits and never throws; for any thread. What it takes of an execution is held until its
 * plan is there: at most {@link PlanThread#MAX_WAITING} texts.
 */
public final class Explainer implements PlanSource {

  private final Failures failures;
  private final Outcomes outcomes;
  private final Turns turns;
  private final PlanThread thread;

  /**
   * Asks for nothing yet, and has no thread yet.
   *
   * @param core where counts and failures go
   * @param intervalNanos how often at most the same query is asked about
   * @param clock for the interval
   */
  public Explainer(Core core, long intervalNanos, Clock clock) {
    this(core, intervalNanos, clock, PlanThread.IDLE_NANOS);
  }

  Explainer(Core core, long intervalNanos, Clock clock, long idleNanos) {
    this.failures = core.failures();
    this.outcomes = new Outcomes(core.metrics());
    this.turns = new Turns(clock, intervalNanos);
    this.thread = new PlanThread(core.failures(), idleNanos);
  }

  @Override
  public boolean request(Execution execution, PlanReceiver receiver) {
    try {
      PlanDialect dialect = PlanDialect.of(execution.query().database().systemName());
      String text = execution.text();
      if (dialect == null || text == null || execution.batchSize() > 0) {
        return false;
      }
      Object origin = execution.origin();
      ConnectionOrigin known =
          origin instanceof ConnectionOrigin ? (ConnectionOrigin) origin : null;
      Outcome obstacle = obstacle(text, known);
      if (obstacle != null || known == null) {
        return no(obstacle);
      }
      if (!turns.take(execution.query().shape().fingerprint())) {
        return false;
      }
      return thread.offer(new PlanTask(dialect, text, known, receiver, outcomes, failures))
          || no(Outcome.SKIPPED_TOO_MANY);
    } catch (Throwable failure) {
      failures.caught("explain", failure);
      return false;
    }
  }

  /** Starts the thread that asks when something waits for it: a round of the agent's worker. */
  public Runnable round() {
    return new Runnable() {
      @Override
      public void run() {
        thread.ensureRunning();
      }
    };
  }

  private boolean no(@Nullable Outcome obstacle) {
    if (obstacle != null) {
      outcomes.count(obstacle);
    }
    return false;
  }

  /** What is not worth the interval of a query. */
  private static @Nullable Outcome obstacle(String text, @Nullable ConnectionOrigin origin) {
    if (text.length() > SqlDigester.MAX_TEXT_CHARS) {
      return Outcome.REFUSED_TEXT;
    }
    if (origin == null || origin.dataSource() == null) {
      return Outcome.SKIPPED_NO_DATA_SOURCE;
    }
    return null;
  }

  /** Whether the thread is there. */
  boolean isRunning() {
    return thread.isRunning();
  }
}
