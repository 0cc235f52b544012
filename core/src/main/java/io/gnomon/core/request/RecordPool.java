package io.gnomon.core.request;

import io.gnomon.core.reuse.ReusePool;
import java.util.concurrent.atomic.LongAdder;

/** Records that wait for a request. Any thread, lock-free. */
final class RecordPool extends ReusePool<RequestRecord> {

  /** How many records are kept. */
  static final int CAPACITY = 512;

  private final LongAdder lateWrites;

  /**
   * An empty pool.
   *
   * @param lateWrites counts writes to requests that have ended
   */
  RecordPool(LongAdder lateWrites) {
    super(CAPACITY);
    this.lateWrites = lateWrites;
  }

  @Override
  protected RequestRecord make(int index) {
    return new RequestRecord(index, lateWrites);
  }

  @Override
  protected int index(RequestRecord record) {
    return record.poolIndex();
  }
}
