package io.gnomon.tasks;

import io.gnomon.core.request.RequestRecord;
import io.gnomon.core.request.ThreadState;
import org.jspecify.annotations.Nullable;

/** What a thread worked for when it took up a task. Belongs to that thread. */
final class Outer {

  /** What a thread of a pool works for: nothing. The only one without allocation. */
  private static final Outer NOTHING = new Outer(null, 0, 0, false);

  private final @Nullable RequestRecord record;
  private final int generation;
  private final int span;
  private final boolean inTask;

  private Outer(@Nullable RequestRecord record, int generation, int span, boolean inTask) {
    this.record = record;
    this.generation = generation;
    this.span = span;
    this.inTask = inTask;
  }

  static Outer of(ThreadState thread) {
    RequestRecord record = thread.running();
    return record == null
        ? NOTHING
        : new Outer(record, thread.generation(), thread.span(), thread.inTask());
  }

  /** Has the thread work for it again, unless it has ended meanwhile. */
  void restore(ThreadState thread) {
    if (record == null || record.generation() != generation) {
      thread.request(null);
    } else {
      thread.request(record, generation, span);
      thread.inTask(inTask);
    }
  }
}
