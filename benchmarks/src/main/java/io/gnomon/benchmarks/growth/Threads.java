package io.gnomon.benchmarks.growth;

import io.gnomon.benchmarks.woven.CurrentRequest;
import io.gnomon.benchmarks.woven.Installed;
import io.gnomon.benchmarks.woven.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.ToDoubleFunction;

/** So many threads that serve requests at the same time. */
final class Threads implements Workload {

  private static final int QUERIES = 10;
  private static final double NANOS_PER_MICRO = 1e3;
  private static final double MB = 1e6;

  private final CountDownLatch go = new CountDownLatch(1);
  private final CountDownLatch leave = new CountDownLatch(1);

  @Override
  public Map<String, Double> measure(int count, Effort effort) throws InterruptedException {
    Installed.core();
    warmUp(effort);
    CountDownLatch ready = new CountDownLatch(count);
    CountDownLatch done = new CountDownLatch(count);
    List<Server> servers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Server server = new Server(ready, done, effort.warm());
      servers.add(server);
      server.start();
    }
    ready.await();
    long before = Meter.heapBytes();
    go.countDown();
    done.await();
    double heap = (Meter.heapBytes() - before) / MB;
    leave.countDown();
    return Map.of(
        "time",
        mean(servers, server -> server.pace.cpuNanos()) / NANOS_PER_MICRO,
        "allocated",
        mean(servers, server -> server.pace.allocatedBytes()),
        "heap",
        heap);
  }

  private static double mean(List<Server> servers, ToDoubleFunction<Server> value) {
    return servers.stream().mapToDouble(value).average().orElseThrow();
  }

  private static void warmUp(Effort effort) throws InterruptedException {
    Thread thread =
        new Thread(
            () -> {
              Session session = new Session();
              CurrentRequest request = new CurrentRequest();
              Pace.of(() -> Queries.serve(session, request, QUERIES), 1, effort);
              request.end();
            });
    thread.start();
    thread.join();
  }

  private final class Server extends Thread {

    private final CountDownLatch ready;
    private final CountDownLatch done;
    private final Effort effort;
    private Pace pace = new Pace(0, 0);

    Server(CountDownLatch ready, CountDownLatch done, Effort effort) {
      this.ready = ready;
      this.done = done;
      this.effort = effort;
      setDaemon(true);
    }

    @Override
    public void run() {
      ready.countDown();
      try {
        go.await();
        Session session = serve();
        done.countDown();
        leave.await();
        session.close();
      } catch (InterruptedException nobodyInterrupts) {
        throw new IllegalStateException(nobodyInterrupts);
      }
    }

    private Session serve() {
      Session session = new Session();
      CurrentRequest request = new CurrentRequest();
      pace = Pace.of(() -> Queries.serve(session, request, QUERIES), 1, effort);
      request.end();
      return session;
    }
  }
}
