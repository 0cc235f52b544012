package io.gnomon.it.harness;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/** A way to start a service's JVM and to learn where it listens. */
interface Launcher {

  /** What a program of ours says when it listens. */
  Pattern SAYS_PORT = Pattern.compile("PORT (\\d+)");

  /**
   * Sets the command, and what else is needed for it.
   *
   * @param process to be started
   * @param jdk to run on
   * @param options of the JVM, the agent among them
   * @throws IOException if what it needs can't be written
   */
  void prepare(ProcessBuilder process, Jdk jdk, List<String> options) throws IOException;

  /**
   * The line that tells the port.
   *
   * @return its first group is the port
   */
  default Pattern port() {
    return SAYS_PORT;
  }
}
