package io.gnomon.bootstrap;

import org.jspecify.annotations.Nullable;

/**
 * Where the agent leaves its handlers before the first class is woven, and the one door through
 * which a failure of ours goes.
 *
 * <p>Each probe takes its handler once, into a {@code static final} field, when its class is
 * initialized by the first advice that runs: so the JIT sees a constant and inlines through it. A
 * handler installed after that is not seen.
 */
public final class Probes {

  private static volatile @Nullable JdbcHandler jdbc;
  private static volatile @Nullable PoolHandler pools;
  private static volatile @Nullable ServletHandler servlet;
  private static volatile @Nullable ClientHandler client;
  private static volatile @Nullable TaskHandler tasks;
  private static volatile @Nullable LogHandler logs;
  private static volatile @Nullable ProbeHandler adviceFailures;

  private Probes() {}

  /**
   * Installs the handler that JDBC advice talks to.
   *
   * @param handler called from application threads from now on
   */
  public static void install(JdbcHandler handler) {
    jdbc = handler;
  }

  /**
   * Installs the handler that the advice in connection pools talks to.
   *
   * @param handler called from application threads from now on
   */
  public static void install(PoolHandler handler) {
    pools = handler;
  }

  /**
   * Installs the handler that servlet and container advice talks to.
   *
   * @param handler called from application threads from now on
   */
  public static void install(ServletHandler handler) {
    servlet = handler;
  }

  /**
   * Installs the handler that advice in HTTP clients talks to.
   *
   * @param handler called from application threads from now on
   */
  public static void install(ClientHandler handler) {
    client = handler;
  }

  /**
   * Installs the handler that the advice in executors and threads talks to.
   *
   * @param handler called from application threads from now on
   */
  public static void install(TaskHandler handler) {
    tasks = handler;
  }

  /**
   * Installs the handler that the advice in logging libraries talks to.
   *
   * @param handler called from application threads from now on
   */
  public static void install(LogHandler handler) {
    logs = handler;
  }

  /**
   * Installs what counts failures of advice itself, outside any probe.
   *
   * @param handler called from application threads from now on
   */
  public static void countAdviceFailures(ProbeHandler handler) {
    adviceFailures = handler;
  }

  /**
   * Advice failed before or after it called a probe, in a call to the container, say. Woven in
   * where advice ends by an exception; nothing gets out.
   *
   * @param failure what was thrown
   */
  public static void adviceFailed(Throwable failure) {
    ProbeHandler handler = adviceFailures;
    if (handler != null) {
      swallow(handler, failure);
    }
  }

  static JdbcHandler jdbc() {
    return installed(jdbc);
  }

  static PoolHandler pools() {
    return installed(pools);
  }

  static ServletHandler servlet() {
    return installed(servlet);
  }

  static ClientHandler client() {
    return installed(client);
  }

  static TaskHandler tasks() {
    return installed(tasks);
  }

  static LogHandler logs() {
    return installed(logs);
  }

  /** Hands a failure to its handler; if that fails too, nothing more can be done in safety. */
  static void swallow(ProbeHandler handler, Throwable failure) {
    try {
      handler.failed(failure);
    } catch (Throwable alsoFailed) {
      // Letting it out would break the application, which is worse than an uncounted failure.
    }
  }

  private static <H> H installed(@Nullable H handler) {
    if (handler == null) {
      throw new IllegalStateException("advice ran before its handler was installed");
    }
    return handler;
  }
}
