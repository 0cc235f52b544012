package io.gnomon.agent.start;

/** Threads of ours: daemons, named, with nothing of the application's about them. */
final class AgentThread {

  private AgentThread() {}

  /**
   * A thread, not started.
   *
   * @param name as {@code gnomon-worker}
   * @param body what it does
   */
  static Thread of(String name, Runnable body) {
    Thread thread = new Thread(null, body, name);
    thread.setDaemon(true);
    thread.setContextClassLoader(AgentThread.class.getClassLoader());
    return thread;
  }
}
