package io.gnomon.tasks;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinTask;

/** Steps of a {@code CompletableFuture} that an executor runs, told by their class and tag. */
final class FutureSteps {

  private static final String CLASSES = "java.util.concurrent.CompletableFuture$";

  private FutureSteps() {}

  /**
   * Whether a task is a step whose turn has come: whoever completed what it waited for hands it
   * over, and it belongs to the request that it was made in, if to any. The JDK, from 8 to 25,
   * gives such a step a tag first, so that it runs once; a step that has nothing to wait for is
   * handed over by who makes it, and has none.
   */
  static boolean isDue(Object task) {
    return task instanceof CompletableFuture.AsynchronousCompletionTask
        && task instanceof ForkJoinTask
        && ((ForkJoinTask<?>) task).getForkJoinTaskTag() != 0
        && task.getClass().getName().startsWith(CLASSES);
  }
}
