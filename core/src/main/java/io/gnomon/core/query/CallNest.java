package io.gnomon.core.query;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The JDBC calls of one kind that a thread is in, innermost last: decides which of them counts. A
 * call counts if no counted call ran inside it; within one driver the outermost counts and absorbs
 * the nested ones; a class is known as a wrapper once a call of another driver was counted inside
 * it. Belongs to one thread; never allocates after construction.
 *
 * <p>What a call that has ended was of stays until another takes its place: writing a reference
 * into an object as old as a thread costs a fence, and the next call mostly is of the same class.
 * So a callee must hold nothing of the application's.
 *
 * <p>A call whose exit never comes is forgotten when a call around it exits, when {@link #clear()}
 * is called, or when another call enters more than {@link #STALE_NANOS} after it started.
 */
public final class CallNest {

  /** How many calls of different drivers may be inside one another; deeper ones do not count. */
  public static final int MAX_DEPTH = 8;

  /** How long a call may last before a call inside it takes it for one that has lost its exit. */
  public static final long STALE_NANOS = 600_000_000_000L;

  private final @Nullable Callee[] callees = new Callee[MAX_DEPTH];
  private final long[] startNanos = new long[MAX_DEPTH];
  private final boolean[] countedInside = new boolean[MAX_DEPTH];
  private int depth;
  private boolean muted;

  /** Makes an empty nest. */
  public CallNest() {}

  /**
   * Enters a call.
   *
   * @param callee what is called; not a known wrapper
   * @return the token of the call, 1 to {@link #MAX_DEPTH}; 0 if a call around it counts in its
   *     place or the nest is muted, -1 if it is full
   */
  public int enter(Callee callee) {
    if (muted) {
      return 0;
    }
    int last = depth - 1;
    if (last >= 0) {
      Callee around = callees[last];
      if (around != null && around.sameDriver(callee)) {
        return 0;
      }
      if (depth == MAX_DEPTH) {
        return -1;
      }
    }
    if (callees[depth] != callee) {
      callees[depth] = callee;
    }
    countedInside[depth] = false;
    return ++depth;
  }

  /** Lets no call count from now on, for the thread is one of ours and its queries are too. */
  public void mute() {
    muted = true;
  }

  /**
   * Whether the thread is one of ours, whose calls are none of the application's.
   *
   * @return true after {@link #mute()}
   */
  public boolean isMuted() {
    return muted;
  }

  /**
   * Forgets all calls if the outermost one started too long ago. To be asked when {@link #enter}
   * gave no token.
   *
   * @param nowNanos the time now, monotonic
   * @return true if the calls were forgotten, so that entering again gives a token
   */
  public boolean clearIfStale(long nowNanos) {
    if (depth == 0 || nowNanos - startNanos[0] <= STALE_NANOS) {
      return false;
    }
    clear();
    return true;
  }

  /**
   * Tells when a call started; the last thing before the call runs.
   *
   * @param token of {@link #enter}, above 0
   * @param nanos monotonic time
   */
  public void started(int token, long nanos) {
    startNanos[token - 1] = nanos;
  }

  /**
   * When a call started.
   *
   * @param token of {@link #enter}, above 0
   * @return monotonic time
   */
  public long startNanos(int token) {
    return startNanos[token - 1];
  }

  /**
   * Leaves a call, and all that were entered inside it and never left.
   *
   * @param token of {@link #enter}, above 0
   * @return true if the call counts; false also for a call that was forgotten
   */
  public boolean exit(int token) {
    if (token > depth) {
      return false;
    }
    int index = token - 1;
    Callee callee = callees[index];
    boolean counts = !countedInside[index];
    depth = index;
    if (counts && callee != null) {
      countedInAllAround(callee);
    }
    return counts;
  }

  /**
   * Whether the thread is in none of these calls.
   *
   * @return true if so
   */
  public boolean isEmpty() {
    return depth == 0;
  }

  /**
   * Whether the innermost call is of a driver, which then speaks for what that driver does in it.
   *
   * @param callee of which driver
   * @return false if the thread is in none
   */
  public boolean isInside(Callee callee) {
    Callee around = depth == 0 ? null : callees[depth - 1];
    return around != null && around.sameDriver(callee);
  }

  /**
   * Leaves a call that came to nothing: it does not count, nor make wrappers of those around it.
   *
   * @param token of {@link #enter}, above 0
   */
  public void cancel(int token) {
    int index = token - 1;
    if (index < depth) {
      depth = index;
    }
  }

  /** Forgets all calls: what to do when it is not certain that their exits will come. */
  public void clear() {
    Arrays.fill(callees, null);
    depth = 0;
  }

  private void countedInAllAround(Callee counted) {
    for (int i = 0; i < depth; i++) {
      Callee around = callees[i];
      countedInside[i] = true;
      if (around != null && !around.sameDriver(counted)) {
        around.becomeWrapper();
      }
    }
  }
}
