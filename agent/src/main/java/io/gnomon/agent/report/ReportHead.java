package io.gnomon.agent.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What a report says of the run as a whole. Immutable. */
final class ReportHead {

  final long writtenEpochNanos;
  final boolean ended;
  final String service;
  final String agentVersion;
  final long uptimeNanos;
  final List<String> problems;

  /**
   * A head.
   *
   * @param writtenEpochNanos when, nanoseconds since the epoch
   * @param ended whether the service has come to its end; false for a report on demand
   * @param service {@code service.name}
   * @param agentVersion as {@code 1.0.0}
   * @param uptimeNanos how long the agent has been there
   * @param problems what is wrong with the settings of budgets, a line each
   */
  ReportHead(
      long writtenEpochNanos,
      boolean ended,
      String service,
      String agentVersion,
      long uptimeNanos,
      List<String> problems) {
    this.writtenEpochNanos = writtenEpochNanos;
    this.ended = ended;
    this.service = service;
    this.agentVersion = agentVersion;
    this.uptimeNanos = uptimeNanos;
    this.problems = Collections.unmodifiableList(new ArrayList<>(problems));
  }
}
