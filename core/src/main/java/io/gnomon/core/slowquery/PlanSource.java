package io.gnomon.core.slowquery;

import io.gnomon.core.query.Execution;

/** Who can ask a database how it runs a slow query. Implementations are for any thread. */
public interface PlanSource {

  /** Knows no plan. */
  PlanSource NONE =
      new PlanSource() {
        @Override
        public boolean request(Execution execution, PlanReceiver receiver) {
          return false;
        }
      };

  /**
   * Asks for the plan of an execution that was slow. Called on the application's thread, so it must
   * not wait, and must not throw.
   *
   * @param execution what was slow; not to be kept
   * @param receiver is called later, on a thread of ours, if this returns true
   * @return false if no plan will come; the implementation bounds how many it owes
   */
  boolean request(Execution execution, PlanReceiver receiver);
}
