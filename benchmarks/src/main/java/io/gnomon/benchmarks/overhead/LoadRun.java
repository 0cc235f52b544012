package io.gnomon.benchmarks.overhead;

import io.gnomon.benchmarks.overhead.contender.Contender;
import io.gnomon.benchmarks.overhead.figures.Figure;
import io.gnomon.benchmarks.overhead.process.Load;
import io.gnomon.benchmarks.overhead.process.Self;
import io.gnomon.benchmarks.overhead.process.ServiceProcess;
import io.gnomon.benchmarks.overhead.process.Sink;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** A life of the service with a database: start, load on each route, a fixed rate, memory. */
final class LoadRun {

  private static final Route LATENCY_ROUTE = Route.TEN;

  private final Lab lab;
  private final Options options;
  private final Contender contender;
  private final Database database;

  LoadRun(Lab lab, Options options, Contender contender, Database database) {
    this.lab = lab;
    this.options = options;
    this.contender = contender;
    this.database = database;
  }

  void run(int number) throws IOException, InterruptedException {
    try (Sink sink = new Sink(contender.protocol())) {
      long requests;
      String name = database.title() + "-" + number;
      try (ServiceProcess service = lab.start(contender, database, sink, name, List.of())) {
        firstResponse(service);
        requests = warmUp(service) + measure(service) + latency(service);
        if (database == Database.H2) {
          memory(service);
        }
      }
      lab.proven(sink, contender);
      if (contender.isAgent() && database == Database.H2) {
        lab.add(Figure.EXPORTED, contender, (double) sink.bytes() / requests);
      }
    }
  }

  /** Only with the database in memory a start is the service's own. */
  private void firstResponse(ServiceProcess service) throws IOException, InterruptedException {
    if (database == Database.H2) {
      lab.firstResponse(service, contender);
    } else {
      service.awaitFirstResponse(Route.ONE.ask());
    }
  }

  private long warmUp(ServiceProcess service) throws IOException, InterruptedException {
    long requests = 0;
    for (int pass = 0; pass < options.warmUpPasses(); pass++) {
      for (Route route : database.routes()) {
        requests += drive(service, route).requests();
      }
    }
    return requests;
  }

  private long measure(ServiceProcess service) throws IOException, InterruptedException {
    Map<Route, Window> windows = new LinkedHashMap<>();
    for (int pass = 0; pass < options.passes(); pass++) {
      for (Route route : database.routes()) {
        windows.merge(route, drive(service, route), Window::and);
      }
    }
    windows.forEach(this::add);
    Window all = windows.values().stream().reduce(Window.NOTHING, Window::and);
    String routes = "all routes, " + database.title();
    lab.add(Figure.cpuCompiling(routes), contender, all.cpu().compilerNanos());
    return all.requests();
  }

  private Window drive(ServiceProcess service, Route route)
      throws IOException, InterruptedException {
    Load load = service.load();
    long requests = database.requests(route, options);
    return Window.during(service, requests, () -> load.closed(route.ask(), requests));
  }

  private void add(Route route, Window window) {
    Measured.add(lab, contender, database.named(route), route, window);
    lab.add(
        Figure.throughput(database.named(route)),
        contender,
        window.requests() / (window.nanos() / 1e9));
  }

  private long latency(ServiceProcess service) throws IOException, InterruptedException {
    if (database != Database.H2) {
      return 0;
    }
    Histogram latencies =
        service.load().open(LATENCY_ROUTE.ask(), options.ratePerSecond(), options.latencySeconds());
    for (String percentile : List.of("50", "99", "99.9")) {
      lab.add(
          Figure.latency(percentile, database.named(LATENCY_ROUTE)),
          contender,
          latencies.getValueAtPercentile(Double.parseDouble(percentile)));
    }
    return latencies.getTotalCount();
  }

  private void memory(ServiceProcess service) throws IOException {
    Self self = service.selfAfterGc();
    long rss = service.rssBytes();
    lab.add(Figure.HEAP, contender, self.value("heap"));
    lab.add(Figure.NON_HEAP, contender, self.value("nonHeap"));
    lab.add(Figure.RSS, contender, rss);
    lab.add(Figure.RSS_AND_HEAP, contender, rss - self.value("heapCommitted") + self.value("heap"));
    lab.add(Figure.THREADS, contender, self.value("threads"));
    lab.add(Figure.CLASSES, contender, self.value("classes"));
  }
}
