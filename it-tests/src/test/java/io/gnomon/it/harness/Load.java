package io.gnomon.it.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many clients at once. */
public final class Load {

  private static final int CLIENTS = 8;

  private Load() {}

  /**
   * Asks for a page many times, by several clients at once, and waits for all answers.
   *
   * @param service of whom
   * @param method as {@code GET}
   * @param path as {@code /hello}
   * @param times how often
   * @param status what each answer has to be
   */
  public static void drive(Service service, String method, String path, int times, int status) {
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    try {
      List<Future<Integer>> answers = new ArrayList<>();
      for (int i = 0; i < times; i++) {
        answers.add(clients.submit(() -> service.send(method, path).statusCode()));
      }
      for (Future<Integer> answer : answers) {
        if (answer.get() != status) {
          throw new AssertionError(
              method + " " + path + " answered " + answer.get() + ", not " + status);
        }
      }
    } catch (ExecutionException e) {
      throw new AssertionError(method + " " + path + " failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    } finally {
      clients.shutdownNow();
    }
  }
}
