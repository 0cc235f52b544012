package io.gnomon.it.jdbc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The runs of a test, some at a time. Belongs to one thread. */
final class Runs implements AutoCloseable {

  private static final int AT_A_TIME = 2;

  private record Pair(JdbcDriver driver, JdbcPool pool) {}

  private final Servers servers = new Servers();
  private final ExecutorService workers = Executors.newFixedThreadPool(AT_A_TIME);
  private final Map<Pair, Future<Run>> runs = new LinkedHashMap<>();

  /** Runs a driver through a pool, if that is not done yet. */
  void add(JdbcDriver driver, JdbcPool pool) {
    runs.computeIfAbsent(
        new Pair(driver, pool),
        pair -> workers.submit(() -> Run.of(driver, pool, servers.place(driver))));
  }

  /** Waits for a run that was added. */
  Run get(JdbcDriver driver, JdbcPool pool) {
    try {
      return runs.get(new Pair(driver, pool)).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Waits for all that were added, in their order. */
  List<Run> all() {
    return runs.keySet().stream().map(pair -> get(pair.driver, pair.pool)).toList();
  }

  @Override
  public void close() {
    workers.shutdownNow();
    servers.close();
  }
}
