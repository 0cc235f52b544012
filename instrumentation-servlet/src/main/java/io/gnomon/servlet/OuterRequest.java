package io.gnomon.servlet;

import io.gnomon.core.request.RequestRecord;
import io.gnomon.core.request.ThreadState;
import org.jspecify.annotations.Nullable;

/**
 * What a thread was in when another request began on it, as by a connector within the JVM, or when
 * a container sent in a task of the request. Rare, so it may allocate.
 */
final class OuterRequest {

  private final RequestRecord record;
  private final int generation;
  private final int span;
  private final boolean inTask;
  private final boolean serving;
  private final @Nullable Object filter;
  private final @Nullable String base;

  OuterRequest(ThreadState state, RequestRecord record) {
    this.record = record;
    this.generation = state.generation();
    this.span = state.span();
    this.inTask = state.inTask();
    this.serving = state.serving();
    this.filter = state.filter();
    this.base = state.base();
    state.serving(false);
    state.filter(null);
    state.base(null);
  }

  /** Puts it back, unless it has ended meanwhile. */
  void restore(ThreadState state) {
    boolean runs = record.generation() == generation;
    if (runs) {
      state.request(record, generation, span);
      state.inTask(inTask);
    } else {
      state.request(null);
    }
    state.serving(runs && serving);
    state.filter(runs ? filter : null);
    state.base(runs ? base : null);
  }
}
