package io.gnomon.agent.start;

import io.gnomon.bootstrap.ProbeHandler;
import io.gnomon.core.failures.Failures;

/** Counts what advice throws outside a probe: a call to a container that is not as we know it. */
final class AdviceFailures extends ProbeHandler {

  private final Failures failures;

  AdviceFailures(Failures failures) {
    this.failures = failures;
  }

  @Override
  protected void failed(Throwable failure) {
    failures.caught("advice", failure);
  }
}
