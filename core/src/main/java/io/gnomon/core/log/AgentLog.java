package io.gnomon.core.log;

/**
 * The agent's own log. Safe for any thread and never blocks the caller: a line is handed to a
 * thread of ours; when the bounded queue is full the line is dropped and counted.
 */
public interface AgentLog {

  /**
   * A line that a user wants to see once.
   *
   * @param line without line breaks
   */
  void info(String line);

  /**
   * A line that a user should act on.
   *
   * @param line without line breaks
   */
  void warn(String line);

  /**
   * A detail for who debugs the agent.
   *
   * @param line without line breaks
   */
  void debug(String line);
}
