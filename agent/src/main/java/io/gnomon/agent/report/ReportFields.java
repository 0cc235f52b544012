package io.gnomon.agent.report;

/** What stands where in a report. A change that an older {@code check} misreads is a new schema. */
final class ReportFields {

  /** The schema that this agent writes and reads. */
  static final int SCHEMA = 1;

  static final String SCHEMA_VERSION = "schemaVersion";
  static final String WRITTEN_AT = "writtenAt";
  static final String ENDED = "ended";
  static final String SERVICE = "service";
  static final String AGENT_VERSION = "agentVersion";
  static final String UPTIME_SECONDS = "uptimeSeconds";
  static final String BROKEN = "broken";
  static final String BUDGETS = "budgets";
  static final String NAME = "name";
  static final String UNUSED = "unused";
  static final String PROBLEMS = "problems";
  static final String REQUESTS_OVER_BOUND = "requestsOverBound";

  static final String VERDICTS = "verdicts";
  static final String BUDGET = "budget";
  static final String ROUTE = "route";
  static final String OBJECTIVE = "objective";
  static final String LIMIT = "limit";
  static final String WINDOW_SECONDS = "windowSeconds";
  static final String ALLOWED_SHARE = "allowedShare";
  static final String MIN_REQUESTS = "minRequests";
  static final String REQUESTS = "requests";
  static final String OVER = "over";
  static final String BURN = "burn";
  static final String JUDGED = "judged";
  static final String BREACHED = "breached";
  static final String BREACHES = "breaches";
  static final String RUN_REQUESTS = "runRequests";
  static final String RUN_OVER = "runOver";

  static final String WORST = "worst";
  static final String METHOD = "method";
  static final String STATUS = "status";
  static final String STARTED_AT = "startedAt";
  static final String DURATION_MS = "durationMs";
  static final String QUERIES = "queries";
  static final String QUERY_MS = "queryMs";
  static final String ERROR_TYPE = "errorType";
  static final String WHY = "why";

  private ReportFields() {}
}
