package io.gnomon.jdbc;

import io.gnomon.bootstrap.JdbcHandler;
import io.gnomon.core.Core;
import io.gnomon.core.attributes.AttributeSet;
import io.gnomon.core.clock.Clock;
import io.gnomon.core.failures.Failures;
import io.gnomon.core.metrics.Counter;
import io.gnomon.core.metrics.Instrument;
import io.gnomon.core.query.CallNest;
import io.gnomon.core.query.Database;
import io.gnomon.core.query.Execution;
import io.gnomon.core.query.Queries;
import io.gnomon.core.query.Query;
import io.gnomon.core.request.ThreadState;
import org.jspecify.annotations.Nullable;

/**
 * What JDBC advice reports, made into executions of queries: counted once each, with where they ran
 * and how they failed. Called on application threads, concurrently; lock-free (but for connecting)
 * and without allocation for a statement whose text was seen before. Never calls a method of the
 * application's objects, but for the codes of an exception. A receiver is null if the woven method
 * is static, which no method of JDBC's is.
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
  private final JdbcClasses classes;
  private final StatementQueries statements;

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
    this.statements = new StatementQueries(databases, core.queries());
  }

  @Override
  protected void connected(Object connection, String url) {
    statements.connected(connection, url);
  }

  @Override
  protected void created(Object connection, Object statement) {
    if (connection != null && type(statement).counts()) {
      statements.created(connection, statement);
    }
  }

  @Override
  protected void prepared(Object connection, Object statement, String sql) {
    if (connection != null && type(statement).counts()) {
      statements.prepared(connection, statement, sql);
    }
  }

  @Override
  protected void batched(Object statement, String sql) {
    if (statement == null) {
      return;
    }
    JdbcClass type = type(statement);
    if (type.counts()) {
      statements.batched(statement, sql, type);
    }
  }

  @Override
  protected int executing(Object statement) {
    if (statement == null) {
      return 0;
    }
    JdbcClass type = type(statement);
    if (!type.counts()) {
      return 0;
    }
    CallNest calls = ThreadState.current().calls();
    int token = calls.enter(type.callee);
    if (token <= 0) {
      token = calls.clearIfStale(clock.nanoTime()) ? calls.enter(type.callee) : notFollowed(token);
    }
    if (token > 0) {
      calls.started(token, clock.nanoTime());
    }
    return token;
  }

  @Override
  protected void executed(
      int token, Object statement, @Nullable String sql, @Nullable Throwable thrown) {
    long endNanos = clock.nanoTime();
    ThreadState thread = ThreadState.current();
    long startNanos = thread.calls().startNanos(token);
    if (!thread.calls().exit(token)) {
      return;
    }
    JdbcClass type = type(statement);
    Query query = statements.executed(statement, sql, type);
    if (isPlaceUnknown(query.database())) {
      withoutAddress.add(1);
    }
    Execution execution = thread.execution().of(query, startNanos, endNanos - startNanos);
    if (thrown != null) {
      failed(execution, thrown);
    }
    queries.executed(thread, execution);
    execution.clear();
  }

  @Override
  protected void failed(Throwable failure) {
    ThreadState.current().calls().clear();
    failures.caught("jdbc", failure);
  }

  private static void failed(Execution execution, Throwable thrown) {
    String code = JdbcErrors.statusCode(execution.query().database().systemName(), thrown);
    execution.failed(JdbcErrors.errorType(code, thrown), code);
  }

  private static boolean isPlaceUnknown(Database database) {
    return database.namespace() == null && database.serverAddress() == null;
  }

  private int notFollowed(int token) {
    if (token < 0) {
      tooDeep.add(1);
    }
    return 0;
  }

  private JdbcClass type(Object statement) {
    return classes.get(statement.getClass());
  }
}
