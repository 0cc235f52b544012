package io.gnomon.benchmarks.overhead;

import io.gnomon.benchmarks.overhead.contender.Contender;
import io.gnomon.benchmarks.overhead.figures.Figure;
import io.gnomon.benchmarks.overhead.figures.Figures;
import io.gnomon.benchmarks.overhead.process.ServiceProcess;
import io.gnomon.benchmarks.overhead.process.Sink;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What all runs of the service share: where it is, how it is started, where figures go.
 *
 * @param target of the benchmarks' build
 * @param postgres the URL of a PostgreSQL, and its user
 * @param figures of all runs
 */
record Lab(Path target, List<String> postgres, Figures figures) {

  private static final List<String> H2_IN_MEMORY = List.of("jdbc:h2:mem:shop;DB_CLOSE_DELAY=-1");

  /** Starts the service; its output goes to a file with the name of the run. */
  ServiceProcess start(
      Contender contender, Database database, Sink sink, String run, List<String> settings)
      throws IOException {
    List<String> options = new ArrayList<>(contender.jvmOptions(sink.port()));
    options.addAll(settings);
    return new ServiceProcess(
        target,
        options,
        database == Database.H2 ? H2_IN_MEMORY : postgres,
        file(contender, run + ".log"));
  }

  /** A file of a run, kept until the next run of that name. */
  Path file(Contender contender, String name) {
    return target.resolve("overhead").resolve(contender.name() + "-" + name);
  }

  /** Waits for the first response and notes what it took. */
  void firstResponse(ServiceProcess service, Contender contender)
      throws IOException, InterruptedException {
    service.awaitFirstResponse(Route.ONE.ask());
    long age = service.ageNanos();
    long cpu = service.cpuNanos();
    add(Figure.FIRST_RESPONSE, contender, age);
    add(Figure.FIRST_RESPONSE_CPU, contender, cpu);
  }

  /**
   * Notes what a contender sent.
   *
   * @throws IllegalStateException if it is an agent and told nothing of the service's requests
   */
  void proven(Sink sink, Contender contender) {
    if (contender.isAgent() && !sink.proven()) {
      throw new IllegalStateException(
          contender.title() + " told of no request: it did not work, so its cost says nothing");
    }
    figures.exported(contender.name(), sink.paths());
  }

  void add(Figure figure, Contender contender, long value) {
    add(figure, contender, (double) value);
  }

  void add(Figure figure, Contender contender, double value) {
    figures.add(figure, contender.name(), value);
  }
}
