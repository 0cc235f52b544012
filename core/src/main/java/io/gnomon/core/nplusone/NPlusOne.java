package io.gnomon.core.nplusone;

import io.gnomon.core.clock.Clock;
import io.gnomon.core.events.Event;
import io.gnomon.core.events.EventQueue;
import io.gnomon.core.findings.CallerStack;
import io.gnomon.core.findings.RateLimits;
import io.gnomon.core.log.AgentLog;
import io.gnomon.core.metrics.CounterFamily;
import io.gnomon.core.metrics.Instrument;
import io.gnomon.core.metrics.Metrics;
import io.gnomon.core.query.EveryExecution;
import io.gnomon.core.query.Execution;
import io.gnomon.core.query.Query;
import io.gnomon.core.query.QuerySeries;
import io.gnomon.core.request.RequestEnds;
import io.gnomon.core.request.RequestRecord;
import io.gnomon.core.request.ThreadState;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Finds queries that ran again and again after another one, within a request or, outside requests,
 * within a unit of work. Counts each finding when both thresholds are reached; tells of it, at most
 * one per fingerprint and interval, in an event and in the log at the end of its scope, when count,
 * time and route are final.
 *
 * <p>For any thread, one at a time per {@link QueryRuns}. Nothing is allocated unless something is
 * found; then the stack is walked once, by the execution that reached the thresholds.
 */
public final class NPlusOne implements EveryExecution, RequestEnds {

  /** {@code gnomon.db.n_plus_one}, with the attributes of the operation. */
  public static final Instrument COUNT =
      Instrument.number(
          Instrument.Kind.COUNTER,
          "gnomon.db.n_plus_one",
          "{finding}",
          "Queries that ran again and again after another one, per request or unit of work.");

  /**
   * Outside requests, how long nothing may run between two queries of one turn: after a longer
   * pause, what ran before is told and forgotten, being another turn of a loop that polls.
   */
  public static final long MAX_PAUSE_NANOS = 100_000_000L;

  /** Outside requests, how long a turn without a pause may go on before it is told. */
  public static final long MAX_TURN_NANOS = 60_000_000_000L;

  private final int minCount;
  private final long minNanos;
  private final Clock clock;
  private final CounterFamily counts;
  private final RateLimits limits;
  private final CallerStack callerStack;
  private final EventQueue events;
  private final AgentLog log;
  private final LongAdder queriesNotKept = new LongAdder();

  /**
   * A detector.
   *
   * @param minCount how many runs of one query are N+1
   * @param minNanos how long they take in sum at least; {@code Long.MAX_VALUE} for off
   * @param intervalNanos how often at most one fingerprint is told
   * @param stackExcludes prefixes of class names that are not the application's
   * @param clock for intervals and the events' time
   * @param metrics where the counter goes
   * @param events where events go
   * @param log where lines go
   */
  public NPlusOne(
      int minCount,
      long minNanos,
      long intervalNanos,
      List<String> stackExcludes,
      Clock clock,
      Metrics metrics,
      EventQueue events,
      AgentLog log) {
    this.minCount = minCount;
    this.minNanos = minNanos;
    this.clock = clock;
    this.counts = metrics.counter(COUNT);
    this.limits = new RateLimits(clock, intervalNanos);
    this.callerStack = new CallerStack(stackExcludes);
    this.events = events;
    this.log = log;
  }

  /**
   * Who is to be told of executions.
   *
   * @return this, or one that does nothing if this is off
   */
  public EveryExecution listener() {
    return minNanos == Long.MAX_VALUE ? EveryExecution.NOBODY : this;
  }

  /** In the request's scope, else in that of the execution's unit of work, if it is known. */
  @Override
  public boolean executed(ThreadState thread, Execution execution) {
    RequestRecord request = thread.request();
    if (request != null) {
      return executed(request.runs(), execution, true);
    }
    QueryRuns runs = execution.runs();
    if (runs == null) {
      return false;
    }
    thread.unit(runs);
    return executed(runs, execution, false);
  }

  /**
   * An execution has just ended, on the thread that calls.
   *
   * @param runs the scope that it ran in
   * @param execution what ended; not kept
   * @param insideRequest whether the scope is a request: only outside is a pause the end of a turn
   * @return whether it reached both thresholds
   */
  boolean executed(QueryRuns runs, Execution execution, boolean insideRequest) {
    if (!insideRequest) {
      turn(runs, execution.startNanos());
    }
    Query query = execution.query();
    QueryRun run = runs.ran(query, execution.startNanos() + execution.elapsedNanos());
    if (run == null || run.bystander || execution.batchSize() > 0) {
      return false;
    }
    run.count(query, execution.elapsedNanos());
    return run.count >= minCount
        && run.nanos >= minNanos
        && run.after == null
        && runs.foundAfterLeader(run);
  }

  /**
   * Counts what was found and walks the stack. What a task finds while its request ends on another
   * thread is counted, but not told.
   */
  @Override
  public void followUp(ThreadState thread, Execution execution) {
    Query query = execution.query();
    counts
        .series(QuerySeries.operationAttributes(query.database(), query.shape(), null, null))
        .add(1);
    long heldBack = limits.admit(query.shape().fingerprint());
    if (heldBack == RateLimits.HELD_BACK) {
      return;
    }
    Caller caller = new Caller(callerStack.ofThisThread(), heldBack);
    RequestRecord request = thread.request();
    if (request == null) {
      called(execution.runs(), query, caller);
      return;
    }
    int turn = request.enter(thread.generation());
    if (turn != 0) {
      try {
        called(request.runs(), query, caller);
      } finally {
        request.leave(turn);
      }
    }
  }

  private static void called(@Nullable QueryRuns runs, Query query, Caller caller) {
    if (runs != null) {
      runs.called(query, caller);
    }
  }

  /** Tells what was found; what the record remembers goes with it. */
  @Override
  public void ended(RequestRecord record) {
    if (!record.runs().isEmpty()) {
      tell(record.runs(), record);
    }
  }

  /**
   * The thread closed what may be a connection of a pool that is not known: ends the unit of work
   * that it executed in last. Which connection it was is not asked, for a pool's wrapper does not
   * tell what it wraps: with two of them at a time a unit may end early, and what it has not found
   * by then is not found.
   *
   * @param thread the calling thread's state
   */
  public void unitEnded(ThreadState thread) {
    QueryRuns runs = thread.unit();
    if (runs != null) {
      thread.unit(null);
      ended(runs);
    }
  }

  /**
   * A unit of work ends, and what it remembered may serve another: the thread forgets it.
   *
   * @param thread the calling thread's state
   * @param runs what the unit remembered
   */
  public void unitEnded(ThreadState thread, QueryRuns runs) {
    if (thread.unit() == runs) {
      thread.unit(null);
    }
    ended(runs);
  }

  /**
   * A unit of work ends: tells what was found in it and forgets it. Cheap if nothing ran in it.
   *
   * @param runs the scope
   */
  public void ended(QueryRuns runs) {
    if (!runs.isEmpty()) {
      tell(runs, null);
      runs.clear();
    }
  }

  /**
   * How many executions were not looked at, past {@link QueryRuns#MAX_QUERIES} of their scope.
   *
   * @return since start
   */
  public long queriesNotKept() {
    return queriesNotKept.sum();
  }

  private void turn(QueryRuns runs, long nowNanos) {
    if (!runs.isEmpty()) {
      if (nowNanos - runs.endNanos() > MAX_PAUSE_NANOS) {
        ended(runs);
      } else if (nowNanos - runs.startNanos() > MAX_TURN_NANOS) {
        tell(runs, null);
        runs.startTurn(nowNanos);
      }
    }
    if (runs.isEmpty()) {
      runs.startTurn(nowNanos);
    }
  }

  private void tell(QueryRuns runs, @Nullable RequestRecord record) {
    if (runs.notKept() > 0) {
      queriesNotKept.add(runs.notKept());
    }
    for (int i = 0; i < runs.size(); i++) {
      QueryRun run = runs.run(i);
      if (run != null) {
        tell(run, record);
      }
    }
  }

  private void tell(QueryRun run, @Nullable RequestRecord record) {
    Query query = run.query;
    Query after = run.after;
    Caller caller = run.caller;
    if (query != null && after != null && caller != null) {
      String route = record == null ? null : record.route();
      Finding finding = new Finding(query, after, run.count, run.nanos, caller, route);
      Event event = finding.event(clock.epochNanos());
      events.offer(event.in(record == null ? null : record.place()));
      log.warn(finding.line());
    }
  }
}
