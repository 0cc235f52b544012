package io.gnomon.agent.start;

import io.gnomon.core.request.ThreadState;

/**
 * Threads of ours: daemons, named, with nothing of the application's about them, and what they call
 * is not timed.
 */
final class AgentThread implements Runnable {

  private final Runnable body;

  private AgentThread(Runnable body) {
    this.body = body;
  }

  /**
   * A thread, not started.
   *
   * @param name as {@code gnomon-worker}
   * @param body what it does
   */
  static Thread of(String name, Runnable body) {
    Thread thread = new Thread(null, new AgentThread(body), name);
    thread.setDaemon(true);
    thread.setContextClassLoader(AgentThread.class.getClassLoader());
    return thread;
  }

  @Override
  public void run() {
    ThreadState.current().calls().mute();
    body.run();
  }
}
