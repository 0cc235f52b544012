package io.gnomon.jdbc;

import io.gnomon.core.query.Database;
import io.gnomon.core.query.Query;
import io.gnomon.core.request.ThreadHint;
import io.gnomon.core.request.ThreadState;
import io.gnomon.jdbc.rows.OpenResult;
import org.jspecify.annotations.Nullable;

/**
 * What we leave on a driver's statement until it is closed: its connection, what it was prepared
 * with or executed last, its batch, and the result that is being read. Reused for other statements
 * after that, so who uses a statement while another thread closes it may be told as that one's; a
 * reader takes each field once and bears null.
 *
 * <p>It mostly serves the same text on the same connection again, so it keeps what it was about
 * until that changes: writing a reference into an object that is old costs a fence.
 */
final class StatementState {

  /** The longest text that stays when the statement is closed, in characters. */
  private static final int MAX_KEPT_TEXT = 1_024;

  final Batch batch = new Batch();
  final OpenResult result = new OpenResult();
  private @Nullable JdbcClass type;
  private @Nullable ConnectionState connection;
  private @Nullable Query query;
  private @Nullable String text;

  /** Of the thread that took it last, which is the one to use it again. */
  private @Nullable ThreadHint home;

  /** Whether it was taken and not given back; for the thread that took it. */
  private boolean taken;

  /** Is taken for a statement of a class, by the calling thread. */
  void taken(ThreadState by, JdbcClass of) {
    taken = true;
    if (home != by.hint()) {
      home = by.hint();
    }
    if (type != of) {
      type = of;
    }
  }

  /**
   * Gives itself back, if the calling thread is the one that took it: two threads that close a
   * statement at a time would each give it, and it would serve two statements at a time for ever.
   */
  void giveBack() {
    ThreadState thread = thread();
    if (taken && home == thread.hint()) {
      taken = false;
      thread.spareStatements().give(this);
    }
  }

  /** The state of the calling thread, which mostly is the one that took it. */
  ThreadState thread() {
    return ThreadState.current(home);
  }

  /** What the statement is of; null only while nobody has taken it. */
  @Nullable JdbcClass type() {
    return type;
  }

  /** Begins anew. */
  @SuppressWarnings("ReferenceEquality")
  void start(@Nullable ConnectionState of, @Nullable Query prepared, @Nullable String sql) {
    batch.clear();
    if (connection != of) {
      connection = of;
    }
    if (text != sql) { // By identity, as in isPrepared.
      text = sql;
    }
    is(prepared);
  }

  /** Whether an overload that the driver calls has told the same already. */
  @SuppressWarnings("ReferenceEquality")
  boolean isPrepared(ConnectionState on, String sql) {
    // By identity: a text that is only equal may be another statement's, prepared anew.
    return text == sql && connection == on && query != null && batch.size() == 0;
  }

  /** Keeps what the text turned out to be. */
  void is(@Nullable Query known) {
    if (query != known) {
      query = known;
    }
  }

  @Nullable ConnectionState connection() {
    return connection;
  }

  @Nullable Query query() {
    return query;
  }

  /** What it was prepared with. */
  @Nullable String text() {
    return text;
  }

  @Nullable Database database() {
    ConnectionState known = connection;
    if (known != null) {
      return known.database;
    }
    Query executed = query;
    return executed == null ? null : executed.database();
  }

  /** Lets go of what is the application's, but for a short text. */
  void clear() {
    batch.clear();
    result.clear();
    String known = text;
    if (known != null && known.length() > MAX_KEPT_TEXT) {
      text = null;
    }
  }
}
