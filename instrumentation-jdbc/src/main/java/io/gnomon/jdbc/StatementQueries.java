package io.gnomon.jdbc;

import io.gnomon.core.query.Database;
import io.gnomon.core.query.Queries;
import io.gnomon.core.query.Query;
import io.gnomon.core.request.ThreadState;
import io.gnomon.jdbc.slots.Slots;
import io.gnomon.jdbc.text.QueryTexts;
import org.jspecify.annotations.Nullable;

/**
 * Which query a statement executes. On a driver's connection we leave its {@link ConnectionState},
 * on a statement its {@link StatementState} until it is closed, and its {@link Query} or {@link
 * Database} from then on, for the error that using it once more gives. The statement of a
 * connection that is not known (it may be a pool's, which never counts) carries its text alone
 * until it counts. Any thread, no lock; no allocation once a thread has closed a statement.
 */
final class StatementQueries {

  /** Stands for what was prepared or batched out of our sight. */
  private static final String UNSEEN_TEXT = "";

  private final Slots slots;
  private final Queries queries;
  private final QueryTexts texts;

  StatementQueries(Slots slots, Queries queries) {
    this.slots = slots;
    this.queries = queries;
    this.texts = new QueryTexts(queries);
  }

  void created(Object connection, Object statement, JdbcClass type) {
    Object left = slots.get(connection);
    if (left instanceof ConnectionState) {
      ConnectionState known = (ConnectionState) left;
      StatementState state = of(slots.get(statement), type, known.thread());
      state.start(known, null, null);
      slots.put(statement, state);
    }
  }

  /**
   * A statement was prepared.
   *
   * @param connection what we left on its connection
   * @param left what we left on the statement
   * @return what to leave on it now
   */
  @Nullable Object prepared(
      @Nullable Object connection, @Nullable Object left, String sql, JdbcClass type) {
    if (connection instanceof ConnectionState) {
      ConnectionState known = (ConnectionState) connection;
      StatementState state = of(left, type, known.thread());
      if (!state.isPrepared(known, sql)) {
        state.start(known, texts.query(known.database, sql), sql);
      }
      return state;
    }
    if (left != null) {
      return left;
    }
    StatementState state = of(null, type, ThreadState.current());
    state.start(null, null, sql);
    return state;
  }

  void batched(Object statement, @Nullable String sql, JdbcClass type) {
    Object left = slots.get(statement);
    StatementState state =
        left instanceof StatementState ? (StatementState) left : reading(statement, null, type);
    state.batch.add(sql == null ? prepared(state, type) : texts.query(database(state, type), sql));
  }

  void batchCleared(Object statement) {
    Object left = slots.get(statement);
    if (left instanceof StatementState) {
      ((StatementState) left).batch.clear();
    }
  }

  /**
   * The state of a statement that was closed is given back to the thread that took it.
   *
   * @return what to leave on the statement now
   */
  static @Nullable Object closed(StatementState state) {
    Query query = state.query();
    Object left = query != null ? query : state.database();
    state.clear();
    state.giveBack();
    return left;
  }

  /**
   * What was executed.
   *
   * @param left what we left on the statement
   * @param sql the text that was passed, or null if the statement had its text before
   */
  Query executed(@Nullable Object left, @Nullable String sql, JdbcClass type) {
    if (left instanceof StatementState) {
      StatementState state = (StatementState) left;
      if (sql == null) {
        return prepared(state, type);
      }
      Query query = texts.query(database(state, type), sql);
      state.is(query);
      return query;
    }
    if (sql != null) {
      return texts.query(database(left, type), sql);
    }
    return left instanceof Query ? (Query) left : texts.query(database(left, type), UNSEEN_TEXT);
  }

  /**
   * What was executed as a batch; which is empty from now on.
   *
   * @param size how many statements it had, counted by who knows
   */
  Query executedBatch(@Nullable Object left, int size, JdbcClass type) {
    if (!(left instanceof StatementState)) {
      Query query = executed(left, null, type);
      return size > 1 ? queries.batchOf(query) : query;
    }
    StatementState state = (StatementState) left;
    Query first = state.batch.first();
    Query query = first == null ? prepared(state, type) : first;
    if (size > 1) {
      query =
          state.batch.distinct() > 1 ? texts.mixed(state.batch.queries()) : queries.batchOf(query);
    }
    state.batch.clear();
    return query;
  }

  /** The new state of a statement that has none; goes on as what it executed, if that is known. */
  StatementState reading(Object statement, @Nullable Query query, JdbcClass type) {
    StatementState state = of(null, type, ThreadState.current());
    state.start(null, query, null);
    slots.put(statement, state);
    return state;
  }

  /** The state that was left, or one that is to be started; the caller leaves it. */
  private static StatementState of(@Nullable Object left, JdbcClass type, ThreadState thread) {
    if (left instanceof StatementState) {
      return (StatementState) left;
    }
    Object spare = thread.spareStatements().take();
    StatementState state = spare == null ? new StatementState() : (StatementState) spare;
    state.taken(thread, type);
    return state;
  }

  private Query prepared(StatementState state, JdbcClass type) {
    Query known = state.query();
    if (known != null) {
      return known;
    }
    String text = state.text();
    Query query = texts.query(database(state, type), text == null ? UNSEEN_TEXT : text);
    if (text != null) {
      state.is(query);
    }
    return query;
  }

  private static Database database(@Nullable Object left, JdbcClass type) {
    if (left instanceof StatementState) {
      Database known = ((StatementState) left).database();
      return known == null ? type.withoutAddress : known;
    }
    if (left instanceof Query) {
      return ((Query) left).database();
    }
    return left instanceof Database ? (Database) left : type.withoutAddress;
  }
}
