package io.gnomon.jvm;

import io.gnomon.core.attributes.AttributeNames;
import io.gnomon.core.attributes.AttributeSet;
import io.gnomon.core.metrics.NumberSink;
import java.lang.Thread.State;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * Platform threads, by state and by whether they are daemons. A state that a live thread can be in
 * is told also when none is: else a backend would go on showing its last number.
 */
final class ThreadNumbers {

  private static final State[] STATES = State.values();

  private ThreadNumbers() {}

  static void read(NumberSink sink) {
    ThreadMXBean bean = ManagementFactory.getThreadMXBean();
    DaemonThreads daemons = DaemonThreads.now();
    Map<State, Long> daemon = new EnumMap<>(State.class);
    Map<State, Long> user = new EnumMap<>(State.class);
    for (ThreadInfo thread : bean.getThreadInfo(bean.getAllThreadIds())) {
      // Null for one that has ended meanwhile.
      if (thread != null) {
        count(thread.getThreadState(), daemons.contains(thread) ? daemon : user);
      }
    }
    tell(sink, true, daemon);
    tell(sink, false, user);
  }

  private static void count(State state, Map<State, Long> counts) {
    Long before = counts.get(state);
    counts.put(state, before == null ? 1 : before + 1);
  }

  private static void tell(NumberSink sink, boolean daemon, Map<State, Long> counts) {
    for (State state : STATES) {
      Long count = counts.get(state);
      if (count != null || (state != State.NEW && state != State.TERMINATED)) {
        sink.number(
            AttributeSet.builder()
                .put(AttributeNames.JVM_THREAD_DAEMON, daemon)
                .put(AttributeNames.JVM_THREAD_STATE, state.name().toLowerCase(Locale.ROOT))
                .build(),
            count == null ? 0 : count);
      }
    }
  }
}
