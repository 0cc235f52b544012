package io.gnomon.core.request;

import io.gnomon.core.reuse.ReusePool;

/** Records that wait for a request. Any thread, lock-free. */
final class RecordPool extends ReusePool<RequestRecord> {

  /** How many records are kept. */
  static final int CAPACITY = 512;

  RecordPool() {
    super(CAPACITY);
  }

  @Override
  protected RequestRecord make(int index) {
    return new RequestRecord(index);
  }

  @Override
  protected int index(RequestRecord record) {
    return record.poolIndex();
  }
}
