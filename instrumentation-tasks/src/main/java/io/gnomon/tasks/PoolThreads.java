package io.gnomon.tasks;

import java.util.concurrent.ForkJoinWorkerThread;

/** Threads that serve a pool, told by their class. */
final class PoolThreads {

  /** What such classes' names begin with, besides those of the JDK. */
  private static final String[] CLASSES = {
    "org.apache.tomcat.util.threads.",
    "org.jboss.threads.",
    "io.netty.util.concurrent.",
    "kotlinx.coroutines.",
  };

  private PoolThreads() {}

  /** Whether a thread works for whoever comes, not for the request that it was started in. */
  static boolean isOne(Thread thread) {
    if (thread instanceof ForkJoinWorkerThread) {
      return true;
    }
    String name = thread.getClass().getName();
    for (String start : CLASSES) {
      if (name.startsWith(start)) {
        return true;
      }
    }
    return false;
  }
}
