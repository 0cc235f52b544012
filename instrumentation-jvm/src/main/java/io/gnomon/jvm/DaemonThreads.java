package io.gnomon.jvm;

import java.lang.management.ThreadInfo;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which threads are daemons. From Java 9 on a {@link ThreadInfo} tells; on Java 8 the threads
 * themselves do.
 */
final class DaemonThreads {

  private static final @Nullable Method IS_DAEMON = isDaemonMethod();

  /** Null if each {@link ThreadInfo} tells. */
  private final @Nullable Set<Long> ids;

  private DaemonThreads(@Nullable Set<Long> ids) {
    this.ids = ids;
  }

  /** Those that there are at this moment. */
  static DaemonThreads now() {
    return new DaemonThreads(IS_DAEMON == null ? idsOfThreads() : null);
  }

  private static @Nullable Method isDaemonMethod() {
    try {
      return ThreadInfo.class.getMethod("isDaemon");
    } catch (NoSuchMethodException java8) {
      return null;
    }
  }

  boolean contains(ThreadInfo thread) {
    if (ids != null) {
      return ids.contains(thread.getThreadId());
    }
    try {
      return IS_DAEMON != null && (Boolean) IS_DAEMON.invoke(thread);
    } catch (ReflectiveOperationException e) {
      throw new UnsupportedOperationException("ThreadInfo.isDaemon", e);
    }
  }

  private static Set<Long> idsOfThreads() {
    ThreadGroup root = Thread.currentThread().getThreadGroup();
    while (root.getParent() != null) {
      root = root.getParent();
    }
    Thread[] threads = new Thread[root.activeCount()];
    int count;
    do {
      threads = new Thread[threads.length * 2 + 1];
      count = root.enumerate(threads);
    } while (count == threads.length);
    Set<Long> daemons = new HashSet<>();
    for (int i = 0; i < count; i++) {
      if (threads[i].isDaemon()) {
        daemons.add(threads[i].getId());
      }
    }
    return daemons;
  }
}
