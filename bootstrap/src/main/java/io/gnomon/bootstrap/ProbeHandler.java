package io.gnomon.bootstrap;

/**
 * What stands behind a probe: the one object of the agent's class loader that a kind of advice
 * talks to. Called on the application's threads, concurrently; must not block, do I/O or log there.
 */
public abstract class ProbeHandler {

  /** For the handlers of this package's probes. */
  protected ProbeHandler() {}

  /**
   * Counts a failure of ours that a probe caught; the application never sees it.
   *
   * @param failure what was thrown, any Throwable, a VirtualMachineError included
   */
  protected abstract void failed(Throwable failure);
}
