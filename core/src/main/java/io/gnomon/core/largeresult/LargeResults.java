package io.gnomon.core.largeresult;

import io.gnomon.core.attributes.AttributeNames;
import io.gnomon.core.attributes.AttributeSet;
import io.gnomon.core.clock.Clock;
import io.gnomon.core.events.Event;
import io.gnomon.core.events.EventQueue;
import io.gnomon.core.findings.CallerStack;
import io.gnomon.core.findings.QueryWords;
import io.gnomon.core.findings.RateLimits;
import io.gnomon.core.findings.Words;
import io.gnomon.core.log.AgentLog;
import io.gnomon.core.metrics.CounterFamily;
import io.gnomon.core.metrics.Instrument;
import io.gnomon.core.metrics.Metrics;
import io.gnomon.core.query.Query;
import io.gnomon.core.query.QuerySeries;
import io.gnomon.core.request.RequestRecord;
import io.gnomon.core.request.ThreadState;
import java.util.List;

/**
 * Flags results of which too many rows are read: counts each one, and tells of one per fingerprint
 * and interval when its first row too many is read, for only then is the caller's stack there; how
 * many rows it has in the end is in the histogram of rows. For any thread.
 */
public final class LargeResults {

  /** {@code gnomon.db.large_results}, with the attributes of the operation. */
  public static final Instrument COUNT =
      Instrument.number(
          Instrument.Kind.COUNTER,
          "gnomon.db.large_results",
          "{result}",
          "Results of which more than gnomon.jdbc.large-result rows were read.");

  /** The event's name. */
  static final String EVENT_NAME = "gnomon.db.large_result";

  private final long mostRows;
  private final Clock clock;
  private final CounterFamily counts;
  private final RateLimits limits;
  private final CallerStack callerStack;
  private final EventQueue events;
  private final AgentLog log;

  /**
   * A detector.
   *
   * @param mostRows what is too large: anything more
   * @param intervalNanos how often at most one fingerprint is told
   * @param callerStack the application's frames
   * @param clock for intervals and the events' time
   * @param metrics where the counter goes
   * @param events where events go
   * @param log where lines go
   */
  public LargeResults(
      long mostRows,
      long intervalNanos,
      CallerStack callerStack,
      Clock clock,
      Metrics metrics,
      EventQueue events,
      AgentLog log) {
    this.mostRows = mostRows;
    this.clock = clock;
    this.counts = metrics.counter(COUNT);
    this.limits = new RateLimits(clock, intervalNanos);
    this.callerStack = callerStack;
    this.events = events;
    this.log = log;
  }

  /**
   * The row with which a result becomes too large.
   *
   * @return 2 or more
   */
  public long firstTooMany() {
    return mostRows + 1;
  }

  /**
   * That row of a result was just read, by the calling thread.
   *
   * @param query what it is the result of
   */
  public void exceeded(Query query) {
    counts
        .series(QuerySeries.operationAttributes(query.database(), query.shape(), null, null))
        .add(1);
    long heldBack = limits.admit(query.shape().fingerprint());
    if (heldBack != RateLimits.HELD_BACK) {
      tell(query, callerStack.ofThisThread(), heldBack);
    }
  }

  private void tell(Query query, List<String> frames, long heldBack) {
    ThreadState state = ThreadState.current();
    RequestRecord request = state.request();
    String route = request == null ? null : request.route();
    String headline =
        Words.oneLine(
            new StringBuilder("large result: ")
                .append(QueryWords.name(query))
                .append(" gave more than ")
                .append(mostRows)
                .append(" rows"));
    Thread thread = Thread.currentThread();
    AttributeSet attributes =
        QueryWords.attributes(query)
            .put(AttributeNames.LARGE_RESULT_ROWS, mostRows)
            .put(AttributeNames.HTTP_ROUTE, route)
            .put(AttributeNames.THREAD_NAME, thread.getName())
            .put(AttributeNames.THREAD_ID, thread.getId())
            .put(AttributeNames.CODE_STACKTRACE, Words.stack(frames))
            .put(AttributeNames.HELD_BACK, heldBack)
            .build();
    events.offer(new Event(EVENT_NAME, clock.epochNanos(), headline, attributes).in(state.place()));
    log.warn(QueryWords.line(headline, heldBack, route, frames, query));
  }
}
