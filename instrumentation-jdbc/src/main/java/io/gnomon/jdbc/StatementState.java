package io.gnomon.jdbc;

import io.gnomon.core.query.Database;
import io.gnomon.core.query.Query;
import io.gnomon.core.request.Spares;
import io.gnomon.jdbc.rows.OpenResult;
import org.jspecify.annotations.Nullable;

/**
 * What we leave on a driver's statement until it is closed: its connection, what it was prepared
 * with or executed last, its batch, and the result that is being read. Reused for other statements
 * after that, so who uses a statement while another thread closes it may be told as that one's; a
 * reader takes each field once and bears null.
 */
final class StatementState {

  final Batch batch = new Batch();
  final OpenResult result = new OpenResult();
  private @Nullable ConnectionState connection;
  private @Nullable Query query;
  private @Nullable String text;

  /** Whose it is to be used again by, until it was given back there. */
  private @Nullable Spares home;

  /** Is taken for a statement; {@code of} is where it goes when that is closed. */
  void taken(Spares of) {
    home = of;
  }

  /**
   * Gives itself back, if the calling thread is the one that took it: two threads that close a
   * statement at a time would each give it, and it would serve two statements at a time for ever.
   */
  void giveBack(Spares ofThread) {
    if (home == ofThread) {
      home = null;
      ofThread.give(this);
    }
  }

  /** Begins anew. */
  void start(@Nullable ConnectionState of, @Nullable Query prepared, @Nullable String sql) {
    batch.clear();
    connection = of;
    query = prepared;
    text = sql;
  }

  /** Whether an overload that the driver calls has told the same already. */
  @SuppressWarnings("ReferenceEquality")
  boolean isPrepared(ConnectionState on, String sql) {
    // By identity: a text that is only equal may be another statement's, prepared anew.
    return text == sql && connection == on && query != null && batch.size() == 0;
  }

  /** Keeps what the text turned out to be. */
  void is(Query known) {
    query = known;
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

  void clear() {
    batch.clear();
    result.clear();
    connection = null;
    query = null;
    text = null;
  }
}
