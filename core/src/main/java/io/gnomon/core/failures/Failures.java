package io.gnomon.core.failures;

import io.gnomon.core.log.AgentLog;

/**
 * Failures of ours, counted by part ({@code jdbc}, {@code servlet}, {@code weaver}, {@code
 * exporter}, ...). Safe for any thread; never throws.
 */
public final class Failures {

  /**
   * A counter of failures.
   *
   * @param log where the first failure of a kind goes
   */
  public Failures(AgentLog log) {
    throw new UnsupportedOperationException("contract only: " + log);
  }

  /**
   * Counts a failure; logs it if it is the first of its part and kind and no VirtualMachineError.
   *
   * @param part which part of the agent failed
   * @param failure what was thrown
   */
  public void caught(String part, Throwable failure) {
    throw new UnsupportedOperationException("contract only");
  }
}
