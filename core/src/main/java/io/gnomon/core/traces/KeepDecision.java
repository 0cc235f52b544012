package io.gnomon.core.traces;

import io.gnomon.core.request.RequestRecord;

/** Says which requests are kept as traces. Any thread; told of requests that are not kept too. */
interface KeepDecision {

  /** Keeps none. */
  KeepDecision NONE = new Same(0);

  /**
   * Decides about a request that has ended; called once for each.
   *
   * @param record all that is known of it; not to be kept
   * @return why it is kept, one bit a reason; 0 if it is not
   */
  int decide(RequestRecord record);

  /**
   * Whether a request that still runs is to be kept already, but for the cap, as far as is known.
   * Changes nothing.
   *
   * @param record what is known so far
   * @return true for good once it was told; see {@link Traces#tell}
   */
  boolean isToBeKept(RequestRecord record);

  /** Takes stock of what ended so far: for one thread of ours, about once a second. */
  void takeStock();

  /** Decides the same for all. */
  final class Same implements KeepDecision {

    private final int reasons;

    /**
     * One for all.
     *
     * @param reasons why all are kept; 0 for none
     */
    Same(int reasons) {
      this.reasons = reasons;
    }

    @Override
    public int decide(RequestRecord record) {
      return reasons;
    }

    @Override
    public boolean isToBeKept(RequestRecord record) {
      return reasons != 0;
    }

    @Override
    public void takeStock() {}
  }
}
