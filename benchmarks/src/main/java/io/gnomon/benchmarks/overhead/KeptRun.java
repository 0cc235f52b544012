package io.gnomon.benchmarks.overhead;

import io.gnomon.benchmarks.overhead.contender.Contender;
import io.gnomon.benchmarks.overhead.figures.Figure;
import io.gnomon.benchmarks.overhead.process.Load;
import io.gnomon.benchmarks.overhead.process.Protocol;
import io.gnomon.benchmarks.overhead.process.ServiceProcess;
import io.gnomon.benchmarks.overhead.process.Sink;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A life of the service in which it settles after its start, and then is asked for what is kept as
 * a trace: at a rate at which no agent has to drop any. Agents export later than they record: the
 * rate is held for a while before it is measured, so that what is still to be exported at the end
 * is made up for by what was at the beginning.
 */
final class KeptRun {

  /** So low that no queue overflows; the spans that are counted show it. */
  static final int RATE_PER_SECOND = 100;

  /** Of Gnomon alone, whose default of 20 is a cap that others don't have. */
  static final String CAP = "-Dgnomon.traces.max-per-second=1000";

  private static final int LEAD_SECONDS = 3;

  private final Lab lab;
  private final Options options;
  private final Contender contender;

  KeptRun(Lab lab, Options options, Contender contender) {
    this.lab = lab;
    this.options = options;
    this.contender = contender;
  }

  void run(int number) throws IOException, InterruptedException {
    try (Sink sink = new Sink(contender.protocol())) {
      List<String> settings = contender.isOwn() ? List.of(CAP) : List.of();
      try (ServiceProcess service =
          lab.start(contender, Database.H2, sink, "kept-" + number, settings)) {
        lab.firstResponse(service, contender);
        settle(service);
        kept(service, sink);
      }
      lab.proven(sink, contender);
    }
  }

  private void settle(ServiceProcess service) throws InterruptedException {
    long left = TimeUnit.SECONDS.toNanos(Figure.SETTLED_SECONDS) - service.ageNanos();
    TimeUnit.NANOSECONDS.sleep(left);
    lab.add(Figure.SETTLED_CPU, contender, service.cpuNanos());
  }

  private void kept(ServiceProcess service, Sink sink) throws IOException, InterruptedException {
    Load load = service.load();
    load.closed(Route.KEPT.ask(), Math.round(Route.KEPT.requests() * options.share()));
    load.open(Route.KEPT.ask(), RATE_PER_SECOND, LEAD_SECONDS);
    long bytes = sink.bytes();
    long spans = sink.spans();
    long requests = (long) RATE_PER_SECOND * options.keptSeconds();
    Window window =
        Window.during(
            service,
            requests,
            () -> load.open(Route.KEPT.ask(), RATE_PER_SECOND, options.keptSeconds()));
    Measured.add(lab, contender, Database.H2.named(Route.KEPT), Route.KEPT, window);
    if (contender.isAgent()) {
      lab.add(Figure.EXPORTED_KEPT, contender, window.perRequest(sink.bytes() - bytes));
      if (contender.protocol() == Protocol.OTLP) {
        lab.add(Figure.SPANS_KEPT, contender, window.perRequest(sink.spans() - spans));
      }
    }
  }
}
