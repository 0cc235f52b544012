package io.gnomon.otlpreceiver;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;

/** Which answer the next request of each signal gets. Thread-safe: guarded by its own lock. */
final class Script {

  private final Map<Signal, Deque<Answer>> next = new EnumMap<>(Signal.class);
  private final Map<Signal, Answer> otherwise = new EnumMap<>(Signal.class);

  Script() {
    reset();
  }

  synchronized void reset() {
    for (Signal signal : Signal.values()) {
      next.put(signal, new ArrayDeque<>());
      otherwise.put(signal, Answer.accept());
    }
  }

  synchronized void next(Signal signal, int times, Answer answer) {
    Deque<Answer> queue = queue(signal);
    for (int i = 0; i < times; i++) {
      queue.add(answer);
    }
  }

  synchronized void always(Signal signal, Answer answer) {
    otherwise.put(signal, answer);
  }

  synchronized Answer take(Signal signal) {
    Answer scripted = queue(signal).poll();
    return scripted != null ? scripted : otherwise.getOrDefault(signal, Answer.accept());
  }

  private Deque<Answer> queue(Signal signal) {
    return next.computeIfAbsent(signal, any -> new ArrayDeque<>());
  }
}
