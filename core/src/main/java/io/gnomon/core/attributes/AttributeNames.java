package io.gnomon.core.attributes;

/**
 * Names of attributes: those of the OpenTelemetry semantic conventions that we use, and our own,
 * which begin with {@code gnomon.}.
 */
public final class AttributeNames {

  /** Which database product. */
  public static final String DB_SYSTEM_NAME = "db.system.name";

  /** Which database of the server. */
  public static final String DB_NAMESPACE = "db.namespace";

  /** Operation and targets of a query. */
  public static final String DB_QUERY_SUMMARY = "db.query.summary";

  /** The sanitized text of a query. */
  public static final String DB_QUERY_TEXT = "db.query.text";

  /** How many statements a batch had; two or more. */
  public static final String DB_OPERATION_BATCH_SIZE = "db.operation.batch.size";

  /** The stored procedure that a query calls. */
  public static final String DB_STORED_PROCEDURE_NAME = "db.stored_procedure.name";

  /** The database's own code of a failure. */
  public static final String DB_RESPONSE_STATUS_CODE = "db.response.status_code";

  /** Which pool a connection belongs to. */
  public static final String DB_CONNECTION_POOL_NAME = "db.client.connection.pool.name";

  /** Whether connections of a pool are {@code idle} or {@code used}. */
  public static final String DB_CONNECTION_STATE = "db.client.connection.state";

  /** How long a connection is held so far, in whole milliseconds. */
  public static final String CONNECTION_HELD_MILLIS = "gnomon.db.connection.held_ms";

  /** Hash of database system and sanitized text, 16 hexadecimal digits. */
  public static final String QUERY_FINGERPRINT = "gnomon.db.query.fingerprint";

  /** How long a query took, in whole milliseconds; the conventions have no such attribute. */
  public static final String QUERY_DURATION_MILLIS = "gnomon.db.query.duration_ms";

  /** Whether a query was flagged as slow; on its span, and there only if it was. */
  public static final String QUERY_SLOW = "gnomon.db.query.slow";

  /** Operation and targets of the slowest query of a request that was flagged as slow. */
  public static final String SLOW_QUERY_SUMMARY = "gnomon.db.slow_query.summary";

  /** Fingerprint of that query. */
  public static final String SLOW_QUERY_FINGERPRINT = "gnomon.db.slow_query.fingerprint";

  /** How long that query took, in whole milliseconds. */
  public static final String SLOW_QUERY_DURATION_MILLIS = "gnomon.db.slow_query.duration_ms";

  /** How many queries a request ran. */
  public static final String REQUEST_QUERIES = "gnomon.db.queries";

  /** How long the queries of a request took in sum, in whole milliseconds. */
  public static final String REQUEST_QUERY_MILLIS = "gnomon.db.query_time_ms";

  /** Why a trace is kept, separated by commas; on the span of the server. */
  public static final String KEPT = "gnomon.kept";

  /** How many spans of a request are not told. */
  public static final String SPANS_DROPPED = "gnomon.spans.dropped";

  /** Which spans are not told: what, how often, and how long in sum. */
  public static final String SPANS_DROPPED_WORDS = "gnomon.spans.dropped_queries";

  /** Whether a span had not ended when its request did; there only if so. */
  public static final String UNFINISHED = "gnomon.unfinished";

  /** How a transaction ended: {@code commit} or {@code rollback}. */
  public static final String TRANSACTION_OUTCOME = "gnomon.db.transaction.outcome";

  /** Which call on a connection that begins, ends or marks a transaction. */
  public static final String TRANSACTION_OPERATION = "gnomon.db.transaction.operation";

  /** How the database runs a query, without literals; the conventions have no such attribute. */
  public static final String QUERY_PLAN = "gnomon.db.query.plan";

  /** What became of a plan that was asked for. */
  public static final String EXPLAIN_OUTCOME = "gnomon.agent.explain.outcome";

  /** How many rows a result may have; it has more. */
  public static final String LARGE_RESULT_ROWS = "gnomon.db.large_result.rows";

  /** Operation and targets of a query that was found to be N+1. */
  public static final String N_PLUS_ONE_SUMMARY = "gnomon.db.n_plus_one.summary";

  /** Fingerprint of a query that was found to be N+1. */
  public static final String N_PLUS_ONE_FINGERPRINT = "gnomon.db.n_plus_one.fingerprint";

  /** How many times a query ran that was found to be N+1. */
  public static final String N_PLUS_ONE_COUNT = "gnomon.db.n_plus_one.count";

  /** How long these runs took in sum, in whole milliseconds. */
  public static final String N_PLUS_ONE_DURATION_MILLIS = "gnomon.db.n_plus_one.duration_ms";

  /** Sanitized text of the query that they ran after. */
  public static final String N_PLUS_ONE_PARENT_TEXT = "gnomon.db.n_plus_one.parent.text";

  /** Operation and targets of the query that they ran after. */
  public static final String N_PLUS_ONE_PARENT_SUMMARY = "gnomon.db.n_plus_one.parent.summary";

  /** Fingerprint of the query that they ran after. */
  public static final String N_PLUS_ONE_PARENT_FINGERPRINT =
      "gnomon.db.n_plus_one.parent.fingerprint";

  /** Which budget. */
  public static final String BUDGET_NAME = "gnomon.budget.name";

  /** What a budget limits: {@code p99}, {@code error-rate}, {@code queries}, {@code query-time}. */
  public static final String BUDGET_OBJECTIVE = "gnomon.budget.objective";

  /** The limit as the user wrote it. */
  public static final String BUDGET_LIMIT = "gnomon.budget.limit";

  /** How far back requests count, in whole milliseconds. */
  public static final String BUDGET_WINDOW_MILLIS = "gnomon.budget.window_ms";

  /** How much of what is allowed is used; more than 1 is too much. */
  public static final String BUDGET_BURN = "gnomon.budget.burn";

  /** How many requests of the route ended within the window. */
  public static final String BUDGET_REQUESTS = "gnomon.budget.requests";

  /** How many of them were over the limit. */
  public static final String BUDGET_OVER = "gnomon.budget.over";

  /** Method of the request that was over the limit by most. */
  public static final String BUDGET_WORST_METHOD = "gnomon.budget.worst.method";

  /** Its status. */
  public static final String BUDGET_WORST_STATUS = "gnomon.budget.worst.status_code";

  /** Its {@code error.type}. */
  public static final String BUDGET_WORST_ERROR = "gnomon.budget.worst.error_type";

  /** When it started, in UTC, as {@code 2026-11-25T12:00:00.000Z}. */
  public static final String BUDGET_WORST_START = "gnomon.budget.worst.start";

  /** How long it took, in whole milliseconds. */
  public static final String BUDGET_WORST_DURATION_MILLIS = "gnomon.budget.worst.duration_ms";

  /** How many queries it ran. */
  public static final String BUDGET_WORST_QUERIES = "gnomon.budget.worst.queries";

  /** How long its queries took in sum, in whole milliseconds. */
  public static final String BUDGET_WORST_QUERY_MILLIS = "gnomon.budget.worst.query_time_ms";

  /** Why it was over, in a sentence. */
  public static final String BUDGET_WORST_WHY = "gnomon.budget.worst.why";

  /** How many like it were not told since the last one, because of the rate limit. */
  public static final String HELD_BACK = "gnomon.held_back";

  /** Which header of a trace was dropped. */
  public static final String PROPAGATION_HEADER = "gnomon.agent.propagation.header";

  /** Which part of the agent. */
  public static final String AGENT_PART = "gnomon.agent.part";

  /** Host name or address of a server. */
  public static final String SERVER_ADDRESS = "server.address";

  /** Port of a server. */
  public static final String SERVER_PORT = "server.port";

  /** Class of a failure, or its code. */
  public static final String ERROR_TYPE = "error.type";

  /** Class of an exception. */
  public static final String EXCEPTION_TYPE = "exception.type";

  /** Message of an exception; only if the user asks for it. */
  public static final String EXCEPTION_MESSAGE = "exception.message";

  /** Method of a request, one of the known ones or {@code _OTHER}. */
  public static final String HTTP_REQUEST_METHOD = "http.request.method";

  /** Final status of a response. */
  public static final String HTTP_RESPONSE_STATUS_CODE = "http.response.status_code";

  /** Pattern that a request matched. */
  public static final String HTTP_ROUTE = "http.route";

  /** Scheme of a request. */
  public static final String URL_SCHEME = "url.scheme";

  /** Where a request went, without credentials. */
  public static final String URL_FULL = "url.full";

  /** Version of the protocol, as {@code 1.1}. */
  public static final String NETWORK_PROTOCOL_VERSION = "network.protocol.version";

  /** Frames of a stack, one per line. */
  public static final String CODE_STACKTRACE = "code.stacktrace";

  /** The path of a request, bounded. */
  public static final String URL_PATH = "url.path";

  /** The query of a request, as much of it as is told. */
  public static final String URL_QUERY = "url.query";

  /** The address of the client. */
  public static final String CLIENT_ADDRESS = "client.address";

  /** {@code User-Agent} of a request, bounded. */
  public static final String USER_AGENT_ORIGINAL = "user_agent.original";

  /** The method of a request as sent, where it is told as {@code _OTHER}. */
  public static final String HTTP_REQUEST_METHOD_ORIGINAL = "http.request.method_original";

  /** Name of a thread. */
  public static final String THREAD_NAME = "thread.name";

  /** Number of a thread. */
  public static final String THREAD_ID = "thread.id";

  /** What became of a response with regard to a cache in front. */
  public static final String CACHE_OUTCOME = "gnomon.http.cache.outcome";

  /** By what a cache can ask whether a response still holds. */
  public static final String CACHE_VALIDATOR = "gnomon.http.cache.validator";

  /** What {@code Cache-Control} comes to. */
  public static final String CACHE_CONTROL = "gnomon.http.cache.control";

  /** Which memory pool of the JVM. */
  public static final String JVM_MEMORY_POOL_NAME = "jvm.memory.pool.name";

  /** Whether a memory pool is {@code heap} or {@code non_heap}. */
  public static final String JVM_MEMORY_TYPE = "jvm.memory.type";

  /** Which pool of buffers, as {@code direct}. */
  public static final String JVM_BUFFER_POOL_NAME = "jvm.buffer.pool.name";

  /** Which garbage collector. */
  public static final String JVM_GC_NAME = "jvm.gc.name";

  /** What a garbage collector did, as {@code end of minor GC}. */
  public static final String JVM_GC_ACTION = "jvm.gc.action";

  /** Whether a thread is a daemon; a truth value. */
  public static final String JVM_THREAD_DAEMON = "jvm.thread.daemon";

  /** State of a thread, in lower case. */
  public static final String JVM_THREAD_STATE = "jvm.thread.state";

  private AttributeNames() {}
}
