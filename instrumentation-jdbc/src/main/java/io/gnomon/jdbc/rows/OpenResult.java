package io.gnomon.jdbc.rows;

import io.gnomon.core.query.Query;
import io.gnomon.core.request.ThreadHint;
import io.gnomon.core.request.ThreadState;
import org.jspecify.annotations.Nullable;

/**
 * The result that a statement has open, and how much of it was read. One per statement, reused; it
 * lies in the slot of the result too, where it stands for that result while it is the open one.
 * Used by whoever uses the statement.
 *
 * <p>Of what lives long it is written only when it changes: writing a reference into an object that
 * is old costs a fence.
 */
public final class OpenResult {

  private @Nullable Object result;
  private @Nullable Query query;
  private @Nullable ThreadHint opener;
  private long rows;
  private int rowsPerFetch;
  private boolean open;
  private boolean ended;
  private boolean inside;
  private boolean fetching;
  private long fetchStartNanos;
  private long fetchNanos;

  /** None open. */
  public OpenResult() {}

  /** Begins with a result; the one before it has to be finished. */
  void open(Object opened, Query of, ThreadState by, int fetchSize) {
    result = opened;
    if (query != of) {
      query = of;
    }
    if (opener != by.hint()) {
      opener = by.hint();
    }
    open = true;
    ended = false;
    rows = 0;
    rowsPerFetch = fetchSize;
    inside = false;
    fetching = false;
    fetchNanos = 0;
  }

  boolean is(Object other) {
    return open && result == other;
  }

  /** What it is the result of; null if none is open. */
  @Nullable Query query() {
    return open ? query : null;
  }

  /** The state of the calling thread, which mostly is the one that opened the result. */
  ThreadState thread() {
    return ThreadState.current(opener);
  }

  /** Whether a call of next is the outermost one on the open result. */
  boolean enter(Object on) {
    if (inside || !is(on)) {
      return false;
    }
    inside = true;
    return true;
  }

  void leave() {
    inside = false;
  }

  /** Counts a row; how many there are now. */
  long row() {
    return ++rows;
  }

  long rows() {
    return rows;
  }

  /** Whether the driver has to fetch now: for the first row, and after each full block. */
  boolean fetchesNow() {
    return rows == 0 || (rowsPerFetch > 0 && rows % rowsPerFetch == 0);
  }

  void fetchStarts(long nowNanos) {
    fetching = true;
    fetchStartNanos = nowNanos;
  }

  boolean isFetching() {
    return fetching;
  }

  void fetched(long nowNanos) {
    fetching = false;
    fetchNanos += nowNanos - fetchStartNanos;
  }

  long fetchNanos() {
    return fetchNanos;
  }

  /** Whether a result of this execution was read and told already. */
  boolean wasRead(Object other) {
    return ended && result == other;
  }

  /** It was told; what is handed out once more is not told again. */
  void end() {
    open = false;
    ended = true;
    inside = false;
  }

  /** Lets go of the result. */
  public void clear() {
    result = null;
    open = false;
    ended = false;
    inside = false;
  }
}
