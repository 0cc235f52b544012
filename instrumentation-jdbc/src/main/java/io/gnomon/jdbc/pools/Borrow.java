package io.gnomon.jdbc.pools;

import io.gnomon.core.nplusone.QueryRuns;
import io.gnomon.core.request.RequestRecord;
import io.gnomon.core.spans.SpanPlace;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A connection that is held: from which pool and since when. It lies in the slot of its bearer and
 * is reused for another connection once it has ended, so nobody may keep it.
 *
 * <p>Begun by the thread that takes the connection, ended by whichever closes it; the first end
 * counts. The end says which bearer it means: a thread that reads a slot while another ends the
 * borrow, and a third begins it anew for another connection, ends nothing.
 */
public final class Borrow {

  private static final long HASH_MASK = 0xFFFF_FFFFL;
  private static final int GENERATION_SHIFT = 32;

  private final int poolIndex;

  /** Above, the generation, which is odd while it is held; below, the bearer's identity hash. */
  private final AtomicLong state = new AtomicLong();

  private @Nullable Pool pool;
  private long startNanos;
  private final QueryRuns runs = new QueryRuns();
  private List<String> frames = Collections.emptyList();
  private @Nullable String threadName;
  private @Nullable RequestRecord request;
  private int requestGeneration;
  private @Nullable String routeWhenTaken;
  private @Nullable SpanPlace place;

  /** Written and read by the one thread that looks for leaks. */
  private long toldState;

  /**
   * A borrow that is not held.
   *
   * @param poolIndex its place among those that are reused
   */
  Borrow(int poolIndex) {
    this.poolIndex = poolIndex;
  }

  int poolIndex() {
    return poolIndex;
  }

  /** Notes who takes it; before {@link #begin}. */
  void takenBy(List<String> stack, @Nullable RequestRecord record) {
    frames = stack;
    threadName = Thread.currentThread().getName();
    request = record;
    requestGeneration = record == null ? 0 : record.generation();
    routeWhenTaken = record == null ? null : record.route();
    place = record == null ? null : record.place();
  }

  /** It is held from now on. */
  void begin(Pool from, long nowNanos, Object bearer) {
    pool = from;
    startNanos = nowNanos;
    long generation = (state.get() >>> GENERATION_SHIFT) + 1;
    state.set((generation << GENERATION_SHIFT) | hash(bearer));
  }

  /** Ends it; true for the first caller that means this bearer. Then it is the caller's. */
  boolean end(Object bearer) {
    long held = state.get();
    return isHeld(held)
        && (held & HASH_MASK) == hash(bearer)
        && state.compareAndSet(held, ((held >>> GENERATION_SHIFT) + 1) << GENERATION_SHIFT);
  }

  /** Forgets what it was about, once it has ended. */
  void clear() {
    pool = null;
    frames = Collections.emptyList();
    threadName = null;
    request = null;
    routeWhenTaken = null;
    place = null;
  }

  /**
   * Which use of it this is.
   *
   * @return changes when it begins and when it ends
   */
  public long state() {
    return state.get();
  }

  static boolean isHeld(long state) {
    return (state >>> GENERATION_SHIFT & 1) == 1;
  }

  private static long hash(Object bearer) {
    return System.identityHashCode(bearer) & HASH_MASK;
  }

  /** Whether this use of it is to be told; true once. For the thread that looks for leaks. */
  boolean tellOnce(long use) {
    boolean first = toldState != use;
    toldState = use;
    return first;
  }

  /**
   * The pool that it comes from.
   *
   * @return null once it has ended
   */
  public @Nullable Pool pool() {
    return pool;
  }

  /**
   * The data source that {@code getConnection} was called on; we hold it weakly.
   *
   * @return null if it was collected, or once this has ended
   */
  public @Nullable Object dataSource() {
    Pool from = pool;
    return from == null ? null : from.dataSource();
  }

  /**
   * When the connection was handed out.
   *
   * @return monotonic nanoseconds
   */
  public long startNanos() {
    return startNanos;
  }

  /**
   * What ran on it outside requests.
   *
   * @return forgotten when it ends
   */
  public QueryRuns runs() {
    return runs;
  }

  List<String> frames() {
    return frames;
  }

  @Nullable String threadName() {
    return threadName;
  }

  /** The request that it was taken in; null outside requests. */
  @Nullable SpanPlace place() {
    return place;
  }

  /** The route of the request that it was taken in, as far as it is known. */
  @Nullable String route() {
    RequestRecord record = request;
    if (record == null || record.generation() != requestGeneration) {
      return routeWhenTaken;
    }
    return record.route();
  }
}
