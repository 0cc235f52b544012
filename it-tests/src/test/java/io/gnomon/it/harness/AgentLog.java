package io.gnomon.it.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Tells the agent's lines from the service's, and the expected ones from the others. */
public final class AgentLog {

  private static final String MARK = "[gnomon]";

  private static final Pattern FORMAT =
      Pattern.compile(
          "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z \\[gnomon] (INFO|WARN|ERROR|DEBUG) .*");

  /** What every service's log holds. */
  static final List<String> ALWAYS =
      List.of(
          "INFO Gnomon \\S+ times .*; exports .*",
          "INFO first export of (metrics|logs|traces) to \\S+ was accepted");

  private AgentLog() {}

  /**
   * The agent's lines.
   *
   * @param stderr all that a service said
   * @return oldest first
   */
  public static List<String> lines(String stderr) {
    return stderr.lines().filter(line -> line.contains(MARK)).toList();
  }

  static void check(String stderr, List<String> expected) {
    List<String> all = new ArrayList<>(ALWAYS);
    all.addAll(expected);
    List<String> unexpected =
        lines(stderr).stream().filter(line -> !isExpected(line, all)).toList();
    if (!unexpected.isEmpty()) {
      throw new AssertionError(
          "unexpected lines in the agent's log:\n" + String.join("\n", unexpected));
    }
  }

  private static boolean isExpected(String line, List<String> patterns) {
    return FORMAT.matcher(line).matches()
        && patterns.stream().anyMatch(pattern -> line.matches("\\S+ \\[gnomon] " + pattern));
  }
}
