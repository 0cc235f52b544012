package io.gnomon.tasks;

import io.gnomon.core.request.RequestRecord;
import io.gnomon.core.request.ThreadState;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * A task under way, and the use of a record that it belongs to. Holds the task weakly and nothing
 * else of the application's. Immutable but for what the collector does; any thread.
 */
final class Carried extends WeakReference<Object> {

  private final RequestRecord record;
  private final int generation;
  private final int span;

  Carried(Object task, RequestRecord record, int generation, int span) {
    super(task);
    this.record = record;
    this.generation = generation;
    this.span = span;
  }

  /** Whether nobody will ask for it: the task is collected, or its request has ended. */
  boolean isOver() {
    return get() == null || hasEnded();
  }

  boolean isOf(Object task, RequestRecord ofRecord, int ofGeneration) {
    return get() == task && record == ofRecord && generation == ofGeneration;
  }

  private boolean hasEnded() {
    return record.generation() != generation;
  }

  /**
   * Has a thread work for the request, unless that has ended: then it works for none.
   *
   * @return what to hand to {@link Outer#restore}; null if nothing was changed
   */
  @Nullable Outer takeUp(ThreadState thread) {
    if (hasEnded()) {
      return null;
    }
    Outer outer = Outer.of(thread);
    thread.request(record, generation, span);
    return outer;
  }
}
