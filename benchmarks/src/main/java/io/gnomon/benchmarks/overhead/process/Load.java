package io.gnomon.benchmarks.overhead.process;

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
public final class Load {

  /** How many clients wait for each answer in a closed loop. */
  public static final int CLOSED_CLIENTS = 2;

  private static final int OPEN_CLIENTS = 12;
  private static final int DIGITS = 3;

  private final int port;

  /**
   * A load on a service of this machine.
   *
   * @param port where it listens
   */
  public Load(int port) {
    this.port = port;
  }

  /**
   * So many requests, as fast as {@link #CLOSED_CLIENTS} clients can ask one after the other.
   *
   * @param ask what is asked
   * @param count how often in all
   * @throws IOException if one is not answered as it should be
   * @throws InterruptedException if this thread is interrupted
   */
  public void closed(Ask ask, long count) throws IOException, InterruptedException {
    byte[] request = ask.bytes();
    String statusLine = ask.statusLine();
    AtomicLong next = new AtomicLong();
    run(
        CLOSED_CLIENTS,
        connection -> {
          while (next.getAndIncrement() < count) {
            connection.exchange(request, statusLine);
          }
        });
  }

  /**
   * Requests at a fixed rate whatever the service does. Latency counts from when a request was
   * meant to be sent, so that waiting behind a slow one is counted.
   *
   * @param ask what is asked
   * @param ratePerSecond how often
   * @param seconds for how long
   * @return latencies in nanoseconds
   * @throws IOException if one is not answered as it should be
   * @throws InterruptedException if this thread is interrupted
   */
  public Histogram open(Ask ask, int ratePerSecond, int seconds)
      throws IOException, InterruptedException {
    byte[] request = ask.bytes();
    String statusLine = ask.statusLine();
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
            connection.exchange(request, statusLine);
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
