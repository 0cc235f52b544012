package io.gnomon.jdbc;

import io.gnomon.bootstrap.JdbcHandler;
import io.gnomon.bootstrap.Slot;
import io.gnomon.core.Core;
import io.gnomon.core.attributes.AttributeSet;
import io.gnomon.core.clock.Clock;
import io.gnomon.core.failures.Failures;
import io.gnomon.core.metrics.Counter;
import io.gnomon.core.metrics.Instrument;
import io.gnomon.core.query.CallNest;
import io.gnomon.core.query.Callee;
import io.gnomon.core.query.Database;
import io.gnomon.core.query.Execution;
import io.gnomon.core.query.Queries;
import io.gnomon.core.query.Query;
import io.gnomon.core.query.ResultSeries;
import io.gnomon.core.request.ThreadState;
import io.gnomon.jdbc.rows.OpenResult;
import io.gnomon.jdbc.rows.ResultReads;
import io.gnomon.jdbc.slots.Slots;
import io.gnomon.jdbc.transactions.TransactionCall;
import java.sql.Connection;
import org.jspecify.annotations.Nullable;

/**
 * What JDBC advice reports, made into executions of queries, transactions and rows: counted once
 * each, with where they ran and how they failed. Called on application threads, concurrently;
 * lock-free (but for connecting) and without allocation for a statement whose text was seen before.
 * Never calls a method of the application's objects, but for the codes of an exception and, once
 * per connection, the getters of a driver's data source.
 */
public final class JdbcCalls extends JdbcHandler {

  static final Instrument WITHOUT_ADDRESS =
      Instrument.number(
          Instrument.Kind.COUNTER,
          "gnomon.agent.jdbc.executions_without_address",
          "{execution}",
          "Executions of which only the database system is known: on connections opened before the"
              + " agent came, past Driver.connect, or by a URL that tells no more.");

  static final Instrument TOO_DEEP =
      Instrument.number(
          Instrument.Kind.COUNTER,
          "gnomon.agent.jdbc.calls_too_deep",
          "{call}",
          "Calls inside more drivers than are followed, so not looked at.");

  private final Clock clock;
  private final Queries queries;
  private final Failures failures;
  private final Counter withoutAddress;
  private final Counter tooDeep;
  private final Slots slots = new Slots();
  private final JdbcClasses classes;
  private final Connections connections;
  private final StatementQueries statements;
  private final ResultReads results;
  private final boolean rowsEnabled;

  /**
   * The handler to install.
   *
   * @param core where executions, failures and counts go
   * @param settings what is looked at
   */
  public JdbcCalls(Core core, JdbcSettings settings) {
    this(core, settings, Clock.SYSTEM);
  }

  JdbcCalls(Core core, JdbcSettings settings, Clock clock) {
    this.clock = clock;
    this.queries = core.queries();
    this.failures = core.failures();
    this.withoutAddress = core.metrics().counter(WITHOUT_ADDRESS).series(AttributeSet.EMPTY);
    this.tooDeep = core.metrics().counter(TOO_DEEP).series(AttributeSet.EMPTY);
    Databases databases = new Databases();
    this.classes = new JdbcClasses(databases);
    this.connections = new Connections(core, clock, slots, databases, settings.poolsEnabled());
    this.statements = new StatementQueries(slots, core.queries());
    this.rowsEnabled = settings.rowsEnabled();
    this.results =
        new ResultReads(
            clock,
            new ResultSeries(core.metrics()),
            core.largeResults(settings.largeResultRows()),
            settings.fetchEnabled());
  }

  /**
   * Nothing is left with wrappers, which mostly are what has no slot: proxies that a pool makes.
   */
  @Override
  protected @Nullable Object left(Object object) {
    return type(object).callee.isWrapper() ? null : slots.get(object);
  }

  @Override
  protected void leave(Object object, @Nullable Object value) {
    slots.put(object, value);
  }

  @Override
  protected int connecting(Object driver) {
    JdbcClass type = type(driver);
    return type.connects() ? enter(ThreadState.current().connects(), type.callee) : 0;
  }

  @Override
  protected void connected(int token, @Nullable Object connection, @Nullable String url) {
    CallNest connects = ThreadState.current().connects();
    if (connection == null || url == null) {
      connects.cancel(token);
    } else if (connects.exit(token)) {
      connections.connected(connection, url);
    }
  }

  @Override
  protected void connectionGot(Object dataSource, Object connection) {
    JdbcClass type = type(connection);
    JdbcClass giver = type(dataSource);
    if (giver.callee.sameDriver(type.callee)) {
      connections.given(dataSource, giver, connection, type);
    }
  }

  @Override
  protected void created(Object connection, Object statement) {
    JdbcClass type = type(statement);
    if (type.executes()) {
      statements.created(connection, statement, type);
    }
  }

  @Override
  protected @Nullable Object prepared(
      @Nullable Object connection, Object statement, @Nullable Object left, String sql) {
    JdbcClass type = type(statement);
    return type.executes() ? statements.prepared(connection, left, sql, type) : left;
  }

  @Override
  protected void batched(Object statement, @Nullable String sql) {
    JdbcClass type = type(statement);
    if (type.executes()) {
      statements.batched(statement, sql, type);
    }
  }

  @Override
  protected void batchCleared(Object statement) {
    // Drivers clear the batch that they execute, before it is told.
    if (ThreadState.current().calls().isEmpty()) {
      statements.batchCleared(statement);
    }
  }

  @Override
  protected int executing(Object statement, @Nullable Object left) {
    StatementState state = left instanceof StatementState ? (StatementState) left : null;
    JdbcClass type = type(statement, state);
    ThreadState thread = thread(state);
    if (!type.executes() || isPartOfConnect(thread, type.callee)) {
      return 0;
    }
    int token = enter(thread.calls(), type.callee);
    if (token > 0 && state != null && results.executing(state.result)) {
      // What the result before took to be told is no time of this query.
      thread.calls().started(token, clock.nanoTime());
    }
    return token;
  }

  @Override
  protected void executed(
      int token,
      Object statement,
      @Nullable Object left,
      @Nullable String sql,
      @Nullable Slot result,
      @Nullable Throwable thrown) {
    long endNanos = clock.nanoTime();
    StatementState state = left instanceof StatementState ? (StatementState) left : null;
    ThreadState thread = thread(state);
    long startNanos = thread.calls().startNanos(token);
    if (!thread.calls().exit(token)) {
      return;
    }
    Query known = sql == null && state != null ? state.query() : null;
    Query query = known != null ? known : statements.executed(left, sql, type(statement, state));
    Execution execution = thread.execution().of(query, startNanos, endNanos - startNanos);
    told(thread, execution, state, sql, thrown);
    if (rowsEnabled && result != null) {
      StatementState reading =
          state != null ? state : statements.reading(statement, query, type(statement));
      results.opened(reading.result, result, query, thread);
    }
  }

  @Override
  protected void executedBatch(
      int token, Object statement, @Nullable Object counts, @Nullable Throwable thrown) {
    long endNanos = clock.nanoTime();
    ThreadState thread = ThreadState.current();
    long startNanos = thread.calls().startNanos(token);
    if (!thread.calls().exit(token)) {
      return;
    }
    Object left = slots.get(statement);
    StatementState state = left instanceof StatementState ? (StatementState) left : null;
    int size = batchSize(state, counts);
    Query query = statements.executedBatch(left, size, type(statement));
    Execution execution = thread.execution().of(query, startNanos, endNanos - startNanos);
    if (size > 1) {
      execution.batch(size);
    }
    told(thread, execution, state, null, thrown);
  }

  @Override
  protected int calling(Object connection) {
    JdbcClass type = type(connection);
    return type.transacts() && connections.state(connection) != null
        ? enter(ThreadState.current().calls(), type.callee)
        : 0;
  }

  @Override
  protected void called(int token, Object connection, String method, @Nullable Throwable thrown) {
    long endNanos = clock.nanoTime();
    CallNest calls = ThreadState.current().calls();
    long startNanos = calls.startNanos(token);
    ConnectionState state = connections.state(connection);
    TransactionCall call = TransactionCall.of(method);
    if (calls.exit(token) && state != null && call != null) {
      state.transaction.called(call, startNanos, endNanos, errorType(state.database, thrown));
    }
  }

  @Override
  protected void autoCommitSet(
      int token, Object connection, boolean autoCommit, @Nullable Throwable thrown) {
    long endNanos = clock.nanoTime();
    CallNest calls = ThreadState.current().calls();
    long startNanos = calls.startNanos(token);
    ConnectionState state = connections.state(connection);
    if (calls.exit(token) && state != null) {
      state.transaction.autoCommitSet(
          autoCommit, startNanos, endNanos, errorType(state.database, thrown));
    }
  }

  @Override
  protected @Nullable Object closed(Object closed, @Nullable Object left) {
    if (left instanceof StatementState) {
      StatementState state = (StatementState) left;
      results.finish(state.result);
      return StatementQueries.closed(state);
    }
    if (left instanceof OpenResult) {
      results.closed(closed, (OpenResult) left);
    } else if (left instanceof ConnectionState) {
      connections.closed((ConnectionState) left);
    } else if (left == null && closed instanceof Connection) {
      connections.givenBack();
    }
    return left;
  }

  @Override
  protected void resultGot(Object statement, Object result) {
    Object left = slots.get(statement);
    if (left instanceof StatementState) {
      StatementState state = (StatementState) left;
      Query query = state.query();
      if (query != null && Slots.hasSlot(result)) {
        results.got(state.result, (Slot) result, query, state.thread());
      }
    }
  }

  @Override
  protected int advancing(Object result, @Nullable Object left) {
    return results.advancing(result, left);
  }

  @Override
  protected void advanced(int token, Object result, @Nullable Object left, boolean row) {
    results.advanced(result, left, row);
  }

  @Override
  protected void failed(Throwable failure) {
    ThreadState thread = ThreadState.current();
    thread.calls().clear();
    thread.connects().clear();
    failures.caught("jdbc", failure);
  }

  private int enter(CallNest nest, Callee callee) {
    int token = nest.enter(callee);
    if (token <= 0) {
      token = nest.clearIfStale(clock.nanoTime()) ? nest.enter(callee) : notFollowed(token);
    }
    if (token > 0) {
      nest.started(token, clock.nanoTime());
    }
    return token;
  }

  /** What a driver executes in order to connect is part of that. */
  private boolean isPartOfConnect(ThreadState thread, Callee callee) {
    CallNest connects = thread.connects();
    return connects.isInside(callee) && !connects.clearIfStale(clock.nanoTime());
  }

  private int notFollowed(int token) {
    if (token < 0) {
      tooDeep.add(1);
    }
    return 0;
  }

  private void told(
      ThreadState thread,
      Execution execution,
      @Nullable StatementState state,
      @Nullable String sql,
      @Nullable Throwable thrown) {
    Database database = execution.query().database();
    if (database.namespace() == null && database.serverAddress() == null) {
      withoutAddress.add(1);
    }
    if (thrown != null) {
      String code = JdbcErrors.statusCode(database.systemName(), thrown);
      execution.failed(JdbcErrors.errorType(code, thrown), code);
    }
    if (state != null) {
      ConnectionState connection = state.connection();
      if (queries.isSlow(execution.elapsedNanos())) {
        execution.from(sql != null ? sql : state.text(), connection);
      }
      if (connection != null) {
        connection.transaction.executed(execution.startNanos());
        if (thread.request() == null) {
          execution.runs(connection.runs());
        }
      }
    }
    queries.executed(thread, execution);
    execution.clear();
  }

  private static int batchSize(@Nullable StatementState state, @Nullable Object counts) {
    int added = state == null ? 0 : state.batch.size();
    if (added > 0) {
      return added;
    }
    if (counts instanceof int[]) {
      return ((int[]) counts).length;
    }
    return counts instanceof long[] ? ((long[]) counts).length : 0;
  }

  private static @Nullable String errorType(Database database, @Nullable Throwable thrown) {
    return thrown == null
        ? null
        : JdbcErrors.errorType(JdbcErrors.statusCode(database.systemName(), thrown), thrown);
  }

  private JdbcClass type(Object statement, @Nullable StatementState state) {
    JdbcClass known = state == null ? null : state.type();
    return known != null ? known : type(statement);
  }

  private static ThreadState thread(@Nullable StatementState state) {
    return state == null ? ThreadState.current() : state.thread();
  }

  private JdbcClass type(Object called) {
    return classes.get(called.getClass());
  }
}
