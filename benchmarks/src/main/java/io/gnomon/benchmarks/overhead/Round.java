package io.gnomon.benchmarks.overhead;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** One life of the service under one contender. */
final class Round {

  /** Until when what an agent puts off in its start is taken to be done. */
  static final int SETTLED_SECONDS = 8;

  /** What is measured alone, in this order. */
  static final List<String> ROUTES = List.of("/hello", "/one", "/ten", "/hundred", "/literals");

  private static final String FIRST_ROUTE = "/one";
  private static final String LATENCY_ROUTE = "/ten";
  private static final int SELF_WARM_UPS = 5;

  private final Path root;
  private final Options options;
  private final Contender contender;
  private final Figures figures;

  Round(Path root, Options options, Contender contender, Figures figures) {
    this.root = root;
    this.options = options;
    this.contender = contender;
    this.figures = figures;
  }

  /** Starts the service, waits for its first response and stops it. */
  void start(int number) throws IOException, InterruptedException {
    try (Sink sink = new Sink();
        ServiceProcess service = process(sink, "start-" + number)) {
      firstResponse(service);
    }
  }

  /** Everything: start, load, memory, stop. */
  void run(int number) throws IOException, InterruptedException {
    try (Sink sink = new Sink()) {
      long requests;
      try (ServiceProcess service = process(sink, "round-" + number)) {
        firstResponse(service);
        settle(service);
        requests = load(service);
        memory(service);
      }
      exported(sink, requests);
    }
  }

  private ServiceProcess process(Sink sink, String name) throws IOException {
    Path logs = root.resolve("benchmarks/target/overhead");
    Path log = logs.resolve(contender.name() + "-" + name + ".log");
    return new ServiceProcess(root, contender, sink.port(), log);
  }

  private void firstResponse(ServiceProcess service) throws IOException, InterruptedException {
    service.awaitFirstResponse(FIRST_ROUTE);
    long age = service.ageNanos();
    long cpu = service.cpuNanos();
    add(Figure.FIRST_RESPONSE, age);
    add(Figure.FIRST_RESPONSE_CPU, cpu);
  }

  private void settle(ServiceProcess service) throws InterruptedException {
    long left = TimeUnit.SECONDS.toNanos(SETTLED_SECONDS) - service.ageNanos();
    TimeUnit.NANOSECONDS.sleep(left);
    add(Figure.SETTLED_CPU, service.cpuNanos());
  }

  private long load(ServiceProcess service) throws IOException, InterruptedException {
    Load load = new Load(service.port());
    long requests = load.closed(ROUTES, options.warmUpSeconds());
    for (int i = 0; i < SELF_WARM_UPS; i++) {
      service.self("");
    }
    for (String route : ROUTES) {
      requests += route(service, load, route);
    }
    Histogram latencies =
        load.open(LATENCY_ROUTE, options.ratePerSecond(), options.latencySeconds());
    add(Figure.P50, latencies.getValueAtPercentile(50));
    add(Figure.P99, latencies.getValueAtPercentile(99));
    return requests + latencies.getTotalCount();
  }

  private long route(ServiceProcess service, Load load, String route)
      throws IOException, InterruptedException {
    Map<String, Long> idle = service.self("");
    Map<String, Long> before = service.self("");
    long cpuBefore = service.cpuNanos();
    long startNanos = System.nanoTime();
    long requests = load.closed(List.of(route), options.seconds());
    double seconds = (System.nanoTime() - startNanos) / 1e9;
    long cpu = service.cpuNanos() - cpuBefore;
    Map<String, Long> after = service.self("");
    add(Figure.cpu(route), (double) cpu / requests);
    add(Figure.allocated(route), allocated("allocated", idle, before, after) / requests);
    add(
        Figure.allocatedServing(route),
        allocated("allocatedServing", idle, before, after) / requests);
    add(Figure.throughput(route), requests / seconds);
    return requests;
  }

  /** What was allocated between two askings, less what asking itself allocates. */
  private static double allocated(
      String name, Map<String, Long> idle, Map<String, Long> before, Map<String, Long> after) {
    long asking = value(before, name) - value(idle, name);
    return (double) value(after, name) - value(before, name) - asking;
  }

  private static long value(Map<String, Long> values, String name) {
    Long value = values.get(name);
    if (value == null) {
      throw new IllegalStateException("the service does not tell " + name);
    }
    return value;
  }

  private void memory(ServiceProcess service) throws IOException {
    Map<String, Long> self = service.self("?gc");
    add(Figure.HEAP, value(self, "heap"));
    add(Figure.NON_HEAP, value(self, "nonHeap"));
    add(Figure.RSS, service.rssBytes());
    add(Figure.THREADS, value(self, "threads"));
    add(Figure.CLASSES, value(self, "classes"));
  }

  private void exported(Sink sink, long requests) {
    if (contender.jar() == null) {
      return;
    }
    if (!sink.proven()) {
      throw new IllegalStateException(
          contender.title()
              + " exported no request durations: it did not work, so its cost says nothing");
    }
    add(Figure.EXPORTED, (double) sink.bytes() / requests);
    add(Figure.JAR, contender.jarBytes());
    figures.exported(contender, sink.paths());
  }

  private void add(Figure figure, long value) {
    add(figure, (double) value);
  }

  private void add(Figure figure, double value) {
    figures.add(figure, contender, value);
  }
}
