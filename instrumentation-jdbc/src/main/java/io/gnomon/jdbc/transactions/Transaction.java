package io.gnomon.jdbc.transactions;

import org.jspecify.annotations.Nullable;

/**
 * Where one connection stands: a transaction is open from its first query after auto-commit went
 * off, or after the transaction before it ended. Used by whoever uses the connection, without
 * synchronization: two threads on one connection may make its figures imprecise.
 */
public final class Transaction {

  private final TransactionSeries series;

  /** What is known of auto-commit. */
  private enum Mode {
    /**
     * Nothing: JDBC says that a new connection has it on, but an option of the URL may say else.
     */
    UNKNOWN,
    /** Off by the option, since somebody has ended a transaction and succeeded. */
    GUESSED_OFF,
    /** Switched on. */
    ON,
    /** Switched off. */
    OFF
  }

  private Mode mode = Mode.UNKNOWN;
  private boolean open;
  private long startNanos;
  private int queries;

  Transaction(TransactionSeries series) {
    this.series = series;
  }

  /**
   * A query has ended.
   *
   * @param queryStartNanos when it started, monotonic
   */
  public void executed(long queryStartNanos) {
    if (mode != Mode.OFF && mode != Mode.GUESSED_OFF) {
      return;
    }
    if (!open) {
      open = true;
      startNanos = queryStartNanos;
      queries = 0;
    }
    queries++;
  }

  /**
   * A call has ended.
   *
   * @param call which
   * @param callStartNanos when it started, monotonic
   * @param endNanos when it ended, monotonic
   * @param errorType {@code error.type}, or null if it succeeded
   */
  public void called(
      TransactionCall call, long callStartNanos, long endNanos, @Nullable String errorType) {
    series.called(call, endNanos - callStartNanos, errorType);
    if (call == TransactionCall.COMMIT || call == TransactionCall.ROLLBACK) {
      if (mode == Mode.UNKNOWN && errorType == null) {
        mode = Mode.GUESSED_OFF;
      }
      end(call, endNanos, errorType);
    }
  }

  /**
   * Auto-commit was set, which commits what is open if it goes on.
   *
   * @param autoCommit what was set
   * @param callStartNanos when the call started, monotonic
   * @param endNanos when it ended, monotonic
   * @param errorType {@code error.type}, or null if it succeeded
   */
  public void autoCommitSet(
      boolean autoCommit, long callStartNanos, long endNanos, @Nullable String errorType) {
    series.called(TransactionCall.SET_AUTO_COMMIT, endNanos - callStartNanos, errorType);
    if (errorType != null) {
      return;
    }
    if (mode == Mode.OFF && autoCommit) {
      end(TransactionCall.COMMIT, endNanos, null);
    }
    // What was open while the mode was only guessed was none: who switches it off had it on.
    open &= mode == Mode.OFF && !autoCommit;
    mode = autoCommit ? Mode.ON : Mode.OFF;
  }

  private void end(TransactionCall outcome, long endNanos, @Nullable String errorType) {
    if (open) {
      open = false;
      series.ended(outcome, endNanos - startNanos, queries, errorType);
    }
  }
}
