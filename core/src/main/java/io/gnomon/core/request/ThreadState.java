package io.gnomon.core.request;

import io.gnomon.core.metrics.ThreadRing;
import io.gnomon.core.nplusone.QueryRuns;
import io.gnomon.core.query.CallNest;
import io.gnomon.core.query.Execution;
import io.gnomon.core.spans.SpanList;
import io.gnomon.core.spans.SpanPlace;
import org.jspecify.annotations.Nullable;

/**
 * All that the agent keeps for a thread; one thread-local look-up gives it. Belongs to its thread:
 * no other may touch it. Holds nothing of the application's beyond the end of an operation.
 */
public final class ThreadState {

  private static final ThreadLocal<ThreadState> CURRENT = new ThreadLocal<>();

  private static volatile @Nullable NewThreads newThreads;

  private final Thread thread = Thread.currentThread();
  private final ThreadHint hint = new ThreadHint(this);
  private final ThreadRing ring = new ThreadRing();
  private final CallNest calls = new CallNest();
  private final CallNest connects = new CallNest();
  private final Spares spareStatements = new Spares();
  private final Execution execution = new Execution();
  private final RequestKey requestKey = new RequestKey();
  private @Nullable RequestRecord request;
  private int generation;
  private int span = SpanList.ROOT;
  private @Nullable QueryRuns unit;
  private @Nullable Object filter;
  private @Nullable String base;
  private @Nullable Object outgoing;
  private @Nullable Object waitingCall;
  private boolean serving;
  private boolean excluded;
  private boolean inTask;
  private boolean hiring;
  private @Nullable Object outer;

  private ThreadState() {}

  /**
   * The state of the calling thread; made at its first call, so that nothing is allocated after.
   *
   * @return the state
   */
  public static ThreadState current() {
    ThreadState state = CURRENT.get();
    if (state == null) {
      state = new ThreadState();
      CURRENT.set(state);
      NewThreads origins = newThreads;
      if (origins != null) {
        origins.met(state);
      }
    }
    return state;
  }

  /**
   * The state of the calling thread, for who can guess which one that is: no look-up if it is. A
   * guess counts only while its thread works for a request: a thread may lose its thread-locals, as
   * those of the common pool do after a task, and what it had before is its state no more.
   *
   * @param hint of the thread that came last, or null
   * @return the state
   */
  public static ThreadState current(@Nullable ThreadHint hint) {
    ThreadState guessed = hint == null ? null : hint.get();
    return guessed != null && guessed.request != null && guessed.thread == Thread.currentThread()
        ? guessed
        : current();
  }

  /**
   * What to keep where the same thread is likely to come again.
   *
   * @return always the same one
   */
  public ThreadHint hint() {
    return hint;
  }

  /**
   * The state of the calling thread, if it has one.
   *
   * @return null if {@link #current} was never called on it
   */
  public static @Nullable ThreadState existing() {
    return CURRENT.get();
  }

  /**
   * Has one told of every thread that is met from now on.
   *
   * @param origins who knows where they come from, or null for nobody
   */
  public static void tellOfNew(@Nullable NewThreads origins) {
    newThreads = origins;
  }

  /**
   * Where this thread records what it measures often.
   *
   * @return always the same one
   */
  public ThreadRing ring() {
    return ring;
  }

  /**
   * The JDBC calls that this thread is in.
   *
   * @return the nest of calls
   */
  public CallNest calls() {
    return calls;
  }

  /**
   * The {@code Driver.connect} calls that this thread is in.
   *
   * @return the nest of calls
   */
  public CallNest connects() {
    return connects;
  }

  /**
   * What the JDBC instrumentation keeps of closed statements.
   *
   * @return objects of its own types
   */
  public Spares spareStatements() {
    return spareStatements;
  }

  /**
   * What this thread executed last, to be filled and told on.
   *
   * @return the one that this thread reuses
   */
  public Execution execution() {
    return execution;
  }

  /**
   * The request that this thread works for, for who writes to it. If it has ended, a write that
   * came too late is counted.
   *
   * @return null outside requests, and once another thread has ended it: its record may serve
   *     another one by now
   */
  public @Nullable RequestRecord request() {
    RequestRecord record = request;
    if (record == null || record.generation() == generation) {
      return record;
    }
    request = null;
    record.late();
    return null;
  }

  /**
   * The same for who has nothing to write to it: if it has ended, no write came too late.
   *
   * @return null outside requests, and once another thread has ended it
   */
  public @Nullable RequestRecord running() {
    RequestRecord record = request;
    return record == null || record.generation() == generation ? record : null;
  }

  /**
   * Whether this thread works for a request that runs.
   *
   * @return false outside requests
   */
  public boolean inRequest() {
    return running() != null;
  }

  /**
   * Sets the request that this thread works for.
   *
   * @param record the request, or null when the thread leaves it
   */
  public void request(@Nullable RequestRecord record) {
    this.request = record;
    this.generation = record == null ? 0 : record.generation();
    this.span = SpanList.ROOT;
    this.inTask = false;
  }

  /**
   * Sets the request that this thread works for, as a task of it that may outlive it.
   *
   * @param record the request
   * @param startedGeneration the use of the record that the task belongs to
   * @param parent the index of the span that the task was started in, or {@link SpanList#ROOT}
   */
  public void request(RequestRecord record, int startedGeneration, int parent) {
    this.request = record;
    this.generation = startedGeneration;
    this.span = parent;
    this.inTask = true;
  }

  /**
   * Whether the thread works for its request as a task of it, not as one that the container has
   * sent in: nobody ends the request when such a thread leaves it.
   *
   * @return false also outside requests
   */
  public boolean inTask() {
    return inTask;
  }

  /**
   * Sets whether the thread works for its request as a task of it.
   *
   * @param task false if the container has sent it in
   */
  public void inTask(boolean task) {
    this.inTask = task;
  }

  /**
   * Whether the thread is starting threads of a pool, which do not work for its request.
   *
   * @return true inside a pool's own method that does that
   */
  public boolean hiring() {
    return hiring;
  }

  /**
   * Sets whether the thread is starting threads of a pool.
   *
   * @param forPool true at the entry of the pool's method, false at its exit
   */
  public void hiring(boolean forPool) {
    this.hiring = forPool;
  }

  /**
   * What the thread worked for when a request began on it that the servlet API starts and ends.
   *
   * @return null if it worked for nothing
   */
  public @Nullable Object outer() {
    return outer;
  }

  /**
   * Sets what the thread goes back to at the end of a request that the servlet API starts and ends.
   *
   * @param left what it worked for, or null for nothing
   */
  public void outer(@Nullable Object left) {
    this.outer = left;
  }

  /**
   * The ids of the span of the request that this thread works for. Allocates; for rare use.
   *
   * @return null outside requests, or if no traces are recorded
   */
  public @Nullable SpanPlace place() {
    RequestRecord record = request();
    return record == null ? null : record.place(generation);
  }

  /**
   * The use of the record that this thread works for.
   *
   * @return its generation; 0 outside requests
   */
  public int generation() {
    return generation;
  }

  /**
   * The span of the request that this thread is in.
   *
   * @return its index, or {@link SpanList#ROOT}
   */
  public int span() {
    return span;
  }

  /**
   * Sets the span of the request that this thread is in.
   *
   * @param index of {@code SpanList.open}, or {@link SpanList#ROOT}
   */
  public void span(int index) {
    this.span = index;
  }

  /**
   * What the unit of work outside requests remembers that this thread executed in last.
   *
   * @return null if it has left it
   */
  public @Nullable QueryRuns unit() {
    return unit;
  }

  /**
   * Sets the unit of work outside requests that this thread executed in last.
   *
   * @param runs what it remembers, or null when the thread leaves it
   */
  public void unit(@Nullable QueryRuns runs) {
    this.unit = runs;
  }

  /**
   * The call to another service that this thread is in.
   *
   * @return an object of the instrumentation's, or null
   */
  public @Nullable Object outgoing() {
    return outgoing;
  }

  /**
   * The call to another service that this thread has begun and is not in.
   *
   * @return an object of the instrumentation's, or null
   */
  public @Nullable Object waitingCall() {
    return waitingCall;
  }

  /**
   * Sets the call to another service that this thread has begun and is not in.
   *
   * @param call an object of the instrumentation's that keeps nothing of the application's, or null
   */
  public void waitingCall(@Nullable Object call) {
    this.waitingCall = call;
  }

  /**
   * Sets the call to another service that this thread is in.
   *
   * @param call an object of the instrumentation's, or null when the thread leaves the outermost
   */
  public void outgoing(@Nullable Object call) {
    this.outgoing = call;
  }

  /**
   * Whether the thread is inside a servlet or filter of its request.
   *
   * @return true between the entry and the exit of the outermost one
   */
  public boolean serving() {
    return serving;
  }

  /**
   * Sets whether the thread is inside a servlet or filter of its request.
   *
   * @param inside true at the entry of the outermost one, false at its exit
   */
  public void serving(boolean inside) {
    this.serving = inside;
  }

  /**
   * The filter that this thread entered last, or what says that it went on to a servlet.
   *
   * @return null outside filters
   */
  public @Nullable Object filter() {
    return filter;
  }

  /**
   * Sets the filter that this thread entered last.
   *
   * @param entered the filter, or null at the exit of the outermost one
   */
  public void filter(@Nullable Object entered) {
    this.filter = entered;
  }

  /**
   * What the patterns of a framework inside the servlet that this thread entered last begin with.
   *
   * @return the context path and the prefix that the servlet is mapped to; null outside servlets
   */
  public @Nullable String base() {
    return base;
  }

  /**
   * Sets what patterns of a framework begin with.
   *
   * @param ofServlet as {@code /shop/api}, or null at the exit of the outermost call
   */
  public void base(@Nullable String ofServlet) {
    this.base = ofServlet;
  }

  /**
   * Whether the thread is inside a request that is not to be timed.
   *
   * @return true between entering and leaving the connector with it
   */
  public boolean excluded() {
    return excluded;
  }

  /**
   * Sets whether the thread is inside a request that is not to be timed.
   *
   * @param inside true at the entry, false at the exit
   */
  public void excluded(boolean inside) {
    this.excluded = inside;
  }

  RequestKey requestKey() {
    return requestKey;
  }
}
