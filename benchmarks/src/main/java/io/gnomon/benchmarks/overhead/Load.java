package io.gnomon.benchmarks.overhead;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Drives a service. A request that fails ends the run: a faster wrong answer is no figure. */
final class Load {

  private static final int CLOSED_CLIENTS = 2;
  private static final int OPEN_CLIENTS = 12;
  private static final int DIGITS = 3;

  private final int port;

  Load(int port) {
    this.port = port;
  }

  /**
   * As many requests as two clients can ask one after the other, the paths in turn.
   *
   * @return how many were answered
   */
  long closed(List<String> paths, int seconds) throws IOException, InterruptedException {
    List<byte[]> requests = paths.stream().map(Connection::request).toList();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    AtomicLong answered = new AtomicLong();
    run(
        CLOSED_CLIENTS,
        connection -> {
          int next = 0;
          while (System.nanoTime() < end) {
            connection.exchange(requests.get(next));
            next = (next + 1) % requests.size();
            answered.incrementAndGet();
          }
        });
    return answered.get();
  }

  /**
   * Requests at a fixed rate whatever the service does. Latency counts from when a request was
   * meant to be sent, so that waiting behind a slow one is counted.
   *
   * @return latencies in nanoseconds
   */
  Histogram open(String path, int ratePerSecond, int seconds)
      throws IOException, InterruptedException {
    byte[] request = Connection.request(path);
    Histogram latencies = new ConcurrentHistogram(DIGITS);
    long count = (long) ratePerSecond * seconds;
    long gapNanos = TimeUnit.SECONDS.toNanos(1) / ratePerSecond;
    long start = System.nanoTime();
    AtomicLong next = new AtomicLong();
    run(
        OPEN_CLIENTS,
        connection -> {
          for (long i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
            long intended = start + i * gapNanos;
            awaitNanos(intended);
            connection.exchange(request);
            latencies.recordValue(System.nanoTime() - intended);
          }
        });
    return latencies;
  }

  private static void awaitNanos(long nanos) {
    for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private void run(int clients, Client client) throws IOException, InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(clients);
    try {
      List<Callable<Boolean>> tasks = new ArrayList<>();
      for (int i = 0; i < clients; i++) {
        tasks.add(
            () -> {
              try (Connection connection = new Connection(port)) {
                client.drive(connection);
              }
              return true;
            });
      }
      for (Future<Boolean> task : threads.invokeAll(tasks)) {
        task.get();
      }
    } catch (ExecutionException failure) {
      throw new IOException("the load failed", failure.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  /** What one client does with its connection. */
  private interface Client {
    void drive(Connection connection) throws IOException;
  }
}
