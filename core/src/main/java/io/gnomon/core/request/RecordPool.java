package io.gnomon.core.request;

import io.gnomon.core.reuse.ReusePool;
import io.gnomon.core.spans.SpanRoom;
import java.util.concurrent.atomic.LongAdder;

/** Records that wait for a request. Any thread, lock-free. */
final class RecordPool extends ReusePool<RequestRecord> {

  /** How many records are kept. */
  static final int CAPACITY = 512;

  private final LongAdder lateWrites;
  private final SpanRoom room;

  /**
   * An empty pool.
   *
   * @param lateWrites counts writes to requests that have ended
   * @param room for the spans of all requests
   */
  RecordPool(LongAdder lateWrites, SpanRoom room) {
    super(CAPACITY);
    this.lateWrites = lateWrites;
    this.room = room;
  }

  @Override
  protected RequestRecord make(int index) {
    return new RequestRecord(index, lateWrites, room);
  }

  @Override
  protected int index(RequestRecord record) {
    return record.poolIndex();
  }
}
