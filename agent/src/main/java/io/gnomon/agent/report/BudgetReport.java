package io.gnomon.agent.report;

import io.gnomon.core.clock.Clock;
import io.gnomon.core.log.AgentLog;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The report of this run: {@code gnomon.budget.report}. Safe for any thread, but blocks on a file:
 * for threads of ours, and for who asks by JMX. What can't be written is told in one line and never
 * thrown to a thread of ours.
 */
public final class BudgetReport {

  /** What lines about budgets hold: names of settings, and of environment variables. */
  private static final String[] CONCERNED = {"gnomon.budget", "GNOMON_BUDGET"};

  /** How the line begins that tells of a whole file of settings that is not in force. */
  private static final String FILE_OF_SETTINGS = "gnomon.config.file";

  /** How the line ends that counts what was not told, be it about budgets or not. */
  private static final String NOT_TOLD = " more problems with settings";

  private static final int LONGEST_TEXT = 300;

  private final String file;
  private final String service;
  private final String agentVersion;
  private final BudgetSource source;
  private final Clock clock;
  private final AgentLog log;
  private final long startNanos;
  private final ReportFile target;
  private boolean toldAtStart;
  private volatile List<String> problems = Collections.emptyList();

  /**
   * A report, nothing written yet.
   *
   * @param file the path that the user gave
   * @param service {@code service.name}
   * @param agentVersion as {@code 1.0.0}
   * @param source asked each time
   * @param clock tells when
   * @param log told what can't be written
   */
  public BudgetReport(
      String file,
      String service,
      String agentVersion,
      BudgetSource source,
      Clock clock,
      AgentLog log) {
    this.file = file;
    this.service = service;
    this.agentVersion = agentVersion;
    this.source = source;
    this.clock = clock;
    this.log = log;
    this.startNanos = clock.nanoTime();
    this.target = new ReportFile(file);
  }

  /**
   * Takes away the report of an earlier run; tells at once if none will be written.
   *
   * @param settingProblems what is wrong with any setting; what may concern budgets is reported
   */
  public synchronized void begin(List<String> settingProblems) {
    problems = concerned(settingProblems);
    try {
      target.clear();
    } catch (IOException | RuntimeException failure) {
      toldAtStart = true;
      tell(failure);
    }
  }

  private static List<String> concerned(List<String> lines) {
    List<String> concerned = new ArrayList<>();
    for (String line : lines) {
      if (line.contains(CONCERNED[0])
          || line.contains(CONCERNED[1])
          || line.startsWith(FILE_OF_SETTINGS)
          || line.endsWith(NOT_TOLD)) {
        concerned.add(line);
      }
    }
    return concerned;
  }

  /** Writes the last report of the run. */
  public void finish() {
    try {
      write(true);
      log.info("budget report written to " + PlainText.of(file, LONGEST_TEXT));
    } catch (IOException | RuntimeException failure) {
      tellOnce(failure);
    }
  }

  /** Writes a report of the run so far. */
  void write() throws IOException {
    write(false);
  }

  private synchronized void write(boolean ended) throws IOException {
    target.write(json(ended));
  }

  /** The report of the run so far, as JSON. */
  String json() {
    return json(false);
  }

  private String json(boolean ended) {
    return ReportJson.of(
        new ReportHead(
            clock.epochNanos(),
            ended,
            service,
            agentVersion,
            clock.nanoTime() - startNanos,
            problems),
        source);
  }

  /** Where it is written to. */
  String file() {
    return file;
  }

  /** What is no report was told when the run began. */
  private synchronized void tellOnce(Exception failure) {
    if (!target.isRefused() || !toldAtStart) {
      tell(failure);
    }
  }

  private void tell(Exception failure) {
    log.warn(
        "gnomon.budget.report="
            + PlainText.of(file, LONGEST_TEXT)
            + ": no report can be written: "
            + PlainText.of(failure.toString(), LONGEST_TEXT));
  }
}
