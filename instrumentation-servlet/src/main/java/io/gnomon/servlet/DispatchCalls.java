package io.gnomon.servlet;

import io.gnomon.core.attributes.AttributeSet;
import io.gnomon.core.metrics.Counter;
import io.gnomon.core.metrics.Instrument;
import io.gnomon.core.metrics.Metrics;
import io.gnomon.core.request.RequestRecord;
import io.gnomon.core.request.Requests;
import io.gnomon.core.request.ThreadState;
import io.gnomon.core.spans.SpanList;
import io.gnomon.core.spans.SpanSubject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Dispatches within a request, as spans that the queries inside them are in. Any thread; without
 * allocation once the mapping that is dispatched to is known.
 */
final class DispatchCalls {

  /** How many mappings name a dispatch of each kind; further ones leave it without. */
  static final int MAX_MAPPINGS = 1_000;

  /** {@code gnomon.agent.dispatch.overflows}. */
  static final Instrument OVERFLOWS =
      Instrument.number(
          Instrument.Kind.COUNTER,
          "gnomon.agent.dispatch.overflows",
          "{dispatch}",
          "Dispatches told without their mapping, there being too many mappings.");

  /** By the kinds of {@code DispatchProbe}. */
  private static final Dispatch[] UNMAPPED = {
    Dispatch.of("forward", 0),
    Dispatch.of("include", 1),
    Dispatch.of("error", 2),
    Dispatch.of("dispatch", 3)
  };

  private static final int GENERATION_SHIFT = 32;
  private static final int PARENT_SHIFT = 16;
  private static final int INDEX_MASK = 0xffff;

  private final Requests requests;
  private final Counter overflows;
  private final List<ConcurrentHashMap<String, Dispatch>> mapped = new ArrayList<>();

  DispatchCalls(Requests requests, Metrics metrics) {
    this.requests = requests;
    this.overflows = metrics.counter(OVERFLOWS).series(AttributeSet.EMPTY);
    for (int i = 0; i < UNMAPPED.length; i++) {
      mapped.add(new ConcurrentHashMap<String, Dispatch>());
    }
  }

  long dispatching(int kind) {
    ThreadState state = ThreadState.current();
    RequestRecord record = state.request();
    if (record == null) {
      return 0;
    }
    int generation = state.generation();
    int turn = record.enter(generation);
    if (turn == 0) {
      return 0;
    }
    int parent = state.span();
    int index;
    try {
      long offset = requests.elapsedNanos(record);
      index = record.spans().open(UNMAPPED[kind], offset, parent, 0);
    } finally {
      record.leave(turn);
    }
    if (index == SpanList.ROOT) {
      return 0;
    }
    if (index >= 0) {
      state.span(index);
    }
    return token(generation, parent, index);
  }

  void dispatched(long token, @Nullable Throwable thrown) {
    ThreadState state = ThreadState.current();
    RequestRecord record = state.request();
    int generation = (int) (token >>> GENERATION_SHIFT);
    if (record == null || state.generation() != generation) {
      return;
    }
    int index = (short) token;
    state.span((int) ((token >>> PARENT_SHIFT) & INDEX_MASK) + SpanList.ROOT);
    String error = thrown == null ? null : Exceptions.unwrapped(thrown).getClass().getName();
    int turn = record.enter(generation);
    if (turn != 0) {
      try {
        record.spans().close(index, requests.elapsedNanos(record), error, null);
      } finally {
        record.leave(turn);
      }
    }
  }

  /** The generation of a request is never 0 while it runs, so neither is a token. */
  private static long token(int generation, int parent, int index) {
    return ((long) generation << GENERATION_SHIFT)
        | ((long) (parent - SpanList.ROOT) << PARENT_SHIFT)
        | (index & INDEX_MASK);
  }

  /** A servlet is reached: the dispatch that led to it, if one did, is named by its mapping. */
  void reached(ThreadState state, RequestRecord record, @Nullable String route) {
    int index = state.span();
    if (route == null || index == SpanList.ROOT) {
      return;
    }
    int turn = record.enter(state.generation());
    if (turn != 0) {
      try {
        SpanSubject subject = record.spans().subject(index);
        if (subject instanceof Dispatch && !((Dispatch) subject).isMapped()) {
          record.spans().subject(index, named((Dispatch) subject, route));
        }
      } finally {
        record.leave(turn);
      }
    }
  }

  private Dispatch named(Dispatch unmapped, String route) {
    ConcurrentHashMap<String, Dispatch> names = mapped.get(unmapped.kind());
    Dispatch known = names.get(route);
    if (known != null) {
      return known;
    }
    if (names.size() >= MAX_MAPPINGS) {
      overflows.add(1);
      return unmapped;
    }
    Dispatch made = unmapped.to(route);
    names.put(route, made);
    return made;
  }
}
