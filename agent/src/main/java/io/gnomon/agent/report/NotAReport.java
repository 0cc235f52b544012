package io.gnomon.agent.report;

/** A file is no report that this agent can read; the message says why, safe to print. */
final class NotAReport extends Exception {

  private static final long serialVersionUID = 1L;

  private static final int LONGEST = 300;

  NotAReport(String why) {
    super(PlainText.of(why, LONGEST));
  }
}
