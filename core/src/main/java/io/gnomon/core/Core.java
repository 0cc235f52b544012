package io.gnomon.core;

import io.gnomon.core.budgets.BudgetSettings;
import io.gnomon.core.budgets.Budgets;
import io.gnomon.core.caching.CachedResponses;
import io.gnomon.core.clock.Clock;
import io.gnomon.core.errors.ErrorSettings;
import io.gnomon.core.errors.RequestErrors;
import io.gnomon.core.events.EventQueue;
import io.gnomon.core.failures.Failures;
import io.gnomon.core.findings.CallerStack;
import io.gnomon.core.largeresult.LargeResults;
import io.gnomon.core.log.AgentLog;
import io.gnomon.core.metrics.Metrics;
import io.gnomon.core.nplusone.NPlusOne;
import io.gnomon.core.query.Queries;
import io.gnomon.core.request.Requests;
import io.gnomon.core.slowquery.SlowQueries;
import io.gnomon.core.spans.SpanRoom;
import io.gnomon.core.traces.TraceSettings;
import io.gnomon.core.traces.Traces;

/** The parts of the core, wired. Made once, at start; its parts are for any thread. */
public final class Core {

  private final Clock clock;
  private final AgentLog log;
  private final CoreSettings settings;
  private final Metrics metrics;
  private final EventQueue events;
  private final Failures failures;
  private final NPlusOne nPlusOne;
  private final Requests requests;
  private final SlowQueries slowQueries;
  private final Queries queries;
  private final Traces traces;

  /**
   * A core.
   *
   * @param clock the one clock of all parts
   * @param log the agent's log
   * @param settings the settings of the core
   * @param traceSettings which requests are kept as traces
   */
  public Core(Clock clock, AgentLog log, CoreSettings settings, TraceSettings traceSettings) {
    this.clock = clock;
    this.log = log;
    this.settings = settings;
    metrics = new Metrics(clock);
    events = new EventQueue();
    failures = new Failures(log, metrics.counter(Failures.INSTRUMENT));
    nPlusOne =
        new NPlusOne(
            settings.nPlusOneCount(),
            settings.nPlusOneTimeNanos(),
            settings.slowQueryIntervalNanos(),
            settings.stackExcludes(),
            clock,
            metrics,
            events,
            log);
    SpanRoom room =
        traceSettings.isNone() ? SpanRoom.none() : SpanRoom.of(traceSettings.maxSpans());
    requests = new Requests(clock, metrics, room, nPlusOne);
    slowQueries =
        new SlowQueries(
            settings.slowQueryThresholdNanos(),
            settings.slowQueryIntervalNanos(),
            settings.stackExcludes(),
            clock,
            metrics,
            events,
            log);
    queries = new Queries(clock, metrics, slowQueries, nPlusOne.listener());
    traces = new Traces(traceSettings, clock, metrics, log);
    if (!traceSettings.isNone()) {
      requests.tellLast(traces);
    }
    SelfMetrics.register(metrics, events, requests, nPlusOne);
    SelfMetrics.register(metrics, traces);
  }

  /**
   * All instruments.
   *
   * @return the registry
   */
  public Metrics metrics() {
    return metrics;
  }

  /**
   * What waits for the exporter.
   *
   * @return the queue
   */
  public EventQueue events() {
    return events;
  }

  /**
   * Where failures of ours go.
   *
   * @return the counter
   */
  public Failures failures() {
    return failures;
  }

  /**
   * Starts and ends requests.
   *
   * @return the one instance
   */
  public Requests requests() {
    return requests;
  }

  /**
   * A detector of results that are too large.
   *
   * @param mostRows what is too large: anything more
   * @return a new one
   */
  public LargeResults largeResults(long mostRows) {
    return new LargeResults(
        mostRows,
        settings.slowQueryIntervalNanos(),
        new CallerStack(settings.stackExcludes()),
        clock,
        metrics,
        events,
        log);
  }

  /** Has responses counted by what their headers tell caches. */
  public void tellCaching() {
    requests.tell(new CachedResponses(metrics));
  }

  /**
   * Has requests that fail told from now on.
   *
   * @param errors how
   */
  public void tellErrors(ErrorSettings errors) {
    if (errors.intervalNanos() != Long.MAX_VALUE) {
      CallerStack stack = new CallerStack(settings.stackExcludes());
      requests.tell(new RequestErrors(errors, stack, clock, events, log));
    }
  }

  /**
   * Holds every request that ends from now on against budgets.
   *
   * @param budgets the settings
   * @return what judges them; who calls {@code round} again and again has it tell
   */
  public Budgets hold(BudgetSettings budgets) {
    Budgets held = new Budgets(budgets, clock, events, log);
    if (!held.isEmpty()) {
      requests.tell(held);
      held.observedBy(metrics);
    }
    return held;
  }

  /**
   * Records executions.
   *
   * @return the one instance
   */
  public Queries queries() {
    return queries;
  }

  /**
   * Flags slow queries.
   *
   * @return the one instance
   */
  public SlowQueries slowQueries() {
    return slowQueries;
  }

  /**
   * Finds queries that run again and again. Who knows connections keeps a {@code QueryRuns} per
   * unit of work and gives it to {@code Execution.runs} before an execution is told; calls {@code
   * unitEnded} when the connection is closed or given back.
   *
   * @return the one instance
   */
  public NPlusOne nPlusOne() {
    return nPlusOne;
  }

  /**
   * Which requests are kept as traces.
   *
   * @return the one instance
   */
  public Traces traces() {
    return traces;
  }
}
