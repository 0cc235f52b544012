package io.gnomon.core.nplusone;

import io.gnomon.core.attributes.AttributeNames;
import io.gnomon.core.attributes.AttributeSet;
import io.gnomon.core.findings.Words;
import io.gnomon.core.query.Query;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What one scope remembers of its queries: a request, or outside requests a unit of work, from the
 * borrowing of a connection to its close. Reused scope after scope; what it needs grows with the
 * scopes' distinct queries up to {@link #MAX_QUERIES}, and nothing is allocated once it has grown.
 *
 * <p>Not thread-safe: written by the thread that works for the scope at the time, in a request in
 * turns. Outside requests, a stray write of a task that outlived its scope may garble an entry
 * until the scope ends, never throw.
 */
public final class QueryRuns {

  /** How many distinct queries a scope remembers; others are not looked at, but counted. */
  public static final int MAX_QUERIES = 64;

  private static final int FIRST_CAPACITY = 4;
  private static final int SLOTS = 2 * MAX_QUERIES;
  private static final int HALF = 32;
  private static final long GOLDEN = 0x9E37_79B9_7F4A_7C15L;

  /** An open-addressing table by fingerprint of 1 + the index of a run; 0 is empty. */
  private final byte[] slots = new byte[SLOTS];

  /** In the order of their first run. */
  private @Nullable QueryRun[] runs = new @Nullable QueryRun[FIRST_CAPACITY];

  private int size;
  private int order;
  private int notKept;
  private boolean found;
  private @Nullable QueryRun last;
  private long startNanos;
  private long endNanos;

  /** Remembers nothing yet. */
  public QueryRuns() {}

  boolean isEmpty() {
    return size == 0;
  }

  /**
   * A turn begins: counts anew. What ran before what stays known, unless that is full of queries of
   * an earlier turn.
   */
  void startTurn(long nanos) {
    startNanos = nanos;
    if (notKept > 0) {
      clear();
    }
    for (int i = 0; i < size; i++) {
      QueryRun run = run(i);
      if (run != null) {
        run.startCounting();
      }
    }
  }

  /** When this turn began, monotonic; meaningless while nothing is remembered. */
  long startNanos() {
    return startNanos;
  }

  /** When the last execution ended, monotonic; meaningless while nothing is remembered. */
  long endNanos() {
    return endNanos;
  }

  /** One of the runs is N+1, unless nothing ran that it came after; true if it is. */
  boolean foundAfterLeader(QueryRun run) {
    run.after = leaderOf(run);
    if (run.after == null) {
      return false;
    }
    found = true;
    return true;
  }

  /** Says who ran a query that was found. */
  void called(Query query, Caller caller) {
    for (int i = 0; i < size; i++) {
      QueryRun run = run(i);
      if (run != null && run.after != null && isSame(run.query, query)) {
        run.caller = caller;
      }
    }
  }

  /**
   * Whether an N+1 was found in this scope, be it told or held back.
   *
   * @return true from the run that reached the thresholds until the scope ends
   */
  public boolean hasNPlusOne() {
    return found;
  }

  /** How many executions found no room since {@link #clear()}. */
  int notKept() {
    return notKept;
  }

  int size() {
    return size;
  }

  /** The run at an index below {@link #size()}; null only after a stray write. */
  @Nullable QueryRun run(int index) {
    QueryRun[] all = runs;
    QueryRun run = index < all.length ? all[index] : null;
    return run == null || run.query == null ? null : run;
  }

  /**
   * Notes that a query ran, after those noted before.
   *
   * @param query what ran
   * @param nanos when it ended, monotonic
   * @return its run, not counted yet; null if there is no room
   */
  @Nullable QueryRun ran(Query query, long nanos) {
    int now = order++;
    endNanos = nanos;
    QueryRun before = last;
    QueryRun run = before != null && before.query == query ? before : find(query, now);
    if (run == null) {
      notKept++;
      return null;
    }
    if (run.bystander) {
      return run;
    }
    if (run.before == null && before != null && before != run) {
      run.startAfter(before, now);
    }
    run.lastOrder = now;
    if (before != run) {
      last = run;
    }
    return run;
  }

  private @Nullable QueryRun find(Query query, int now) {
    int slot = slot(query);
    for (int probe = 0; probe < SLOTS; probe++) {
      int held = slots[slot];
      if (held == 0) {
        return add(query, slot, now);
      }
      QueryRun run = run(held - 1);
      if (run != null && isSame(run.query, query)) {
        return run;
      }
      slot = (slot + 1) & (SLOTS - 1);
    }
    return null;
  }

  private @Nullable QueryRun add(Query query, int slot, int now) {
    int index = size;
    if (index >= MAX_QUERIES) {
      return null;
    }
    QueryRun[] all = runs;
    if (index >= all.length) {
      all = Arrays.copyOf(all, Math.min(MAX_QUERIES, 2 * index));
      runs = all;
    }
    QueryRun run = all[index];
    if (run == null) {
      run = new QueryRun();
      all[index] = run;
    }
    slots[slot] = (byte) (index + 1);
    size = index + 1;
    return run.of(query, now);
  }

  /**
   * The query that a query's runs came after: the one just before them, or if that ran along with
   * them the nearest one that did not.
   *
   * @return null if there is none
   */
  private @Nullable Query leaderOf(QueryRun run) {
    QueryRun leader = run.before;
    if (leader == null) {
      return null;
    }
    if (!leader.leads(run)) {
      leader = nearestLeader(run);
    }
    return leader == null ? null : leader.query;
  }

  /**
   * How long the N+1 took that took longest.
   *
   * @return nanoseconds; 0 if none was found in this scope
   */
  public long nPlusOneNanos() {
    QueryRun longest = longestFound();
    return longest == null ? 0 : longest.nanos;
  }

  /**
   * The N+1 that took longest, in words. Allocates; for rare use.
   *
   * @return as {@code N+1: SELECT item ran 25 times in 80 ms after SELECT orders}; null if none was
   *     found in this scope
   */
  public @Nullable String nPlusOne() {
    QueryRun found = longestFound();
    Query query = found == null ? null : found.query;
    Query leader = found == null ? null : found.after;
    return found == null || query == null || leader == null
        ? null
        : Finding.words(query.shape().summary(), found.count, found.nanos, leader);
  }

  /**
   * Says what is known of the N+1 that took longest; nothing if none was found in this scope. Who
   * ran it is known unless too many findings like it were told just before.
   *
   * @param attributes gets {@code gnomon.db.n_plus_one.*} and {@code code.stacktrace}
   */
  public void describe(AttributeSet.Builder attributes) {
    QueryRun found = longestFound();
    Query query = found == null ? null : found.query;
    Query leader = found == null ? null : found.after;
    if (found == null || query == null || leader == null) {
      return;
    }
    attributes
        .put(AttributeNames.N_PLUS_ONE_SUMMARY, query.shape().summary())
        .put(AttributeNames.N_PLUS_ONE_FINGERPRINT, query.shape().fingerprintHex());
    Finding.describe(found.count, found.nanos, leader, attributes);
    Caller caller = found.caller;
    if (caller != null) {
      attributes.put(AttributeNames.CODE_STACKTRACE, Words.stack(caller.frames));
    }
  }

  private @Nullable QueryRun longestFound() {
    QueryRun longest = null;
    for (int i = 0; i < size; i++) {
      QueryRun run = run(i);
      if (run != null && run.after != null && (longest == null || run.nanos > longest.nanos)) {
        longest = run;
      }
    }
    return longest;
  }

  private @Nullable QueryRun nearestLeader(QueryRun run) {
    QueryRun nearest = null;
    for (int i = 0; i < size; i++) {
      QueryRun other = run(i);
      if (other != null
          && other.leads(run)
          && (nearest == null || nearest.firstOrder < other.firstOrder)) {
        nearest = other;
      }
    }
    return nearest;
  }

  /** Forgets all; does little if nothing is remembered. */
  public void clear() {
    for (int i = 0; i < size; i++) {
      QueryRun run = run(i);
      if (run != null) {
        run.clear();
      }
    }
    if (size > 0) {
      Arrays.fill(slots, (byte) 0);
    }
    size = 0;
    order = 0;
    notKept = 0;
    found = false;
    last = null;
  }

  /** Shapes past the bound of the queries' table have several queries, batches have their own. */
  private static boolean isSame(@Nullable Query known, Query query) {
    return known == query
        || (known != null
            && known.shape().fingerprint() == query.shape().fingerprint()
            && known.database().equals(query.database()));
  }

  private static int slot(Query query) {
    return (int) ((query.shape().fingerprint() * GOLDEN) >>> HALF) & (SLOTS - 1);
  }
}
