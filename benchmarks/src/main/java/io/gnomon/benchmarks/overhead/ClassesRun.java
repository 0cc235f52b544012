package io.gnomon.benchmarks.overhead;

import io.gnomon.benchmarks.overhead.contender.Contender;
import io.gnomon.benchmarks.overhead.figures.Figure;
import io.gnomon.benchmarks.overhead.process.Load;
import io.gnomon.benchmarks.overhead.process.LoadedClasses;
import io.gnomon.benchmarks.overhead.process.ServiceProcess;
import io.gnomon.benchmarks.overhead.process.Sink;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A life of the service in which each route is asked a few times, to see what an agent loads. */
final class ClassesRun {

  private static final int REQUESTS = 50;

  private final Lab lab;
  private final Contender contender;

  ClassesRun(Lab lab, Contender contender) {
    this.lab = lab;
    this.contender = contender;
  }

  void run() throws IOException, InterruptedException {
    @Nullable Path jar = contender.jar();
    if (jar == null) {
      return;
    }
    Path log = lab.file(contender, "classes.txt");
    List<String> settings = List.of(LoadedClasses.jvmOption(log));
    try (Sink sink = new Sink(contender.protocol())) {
      try (ServiceProcess service = lab.start(contender, Database.H2, sink, "classes", settings)) {
        service.awaitFirstResponse(Route.ONE.ask());
        Load load = service.load();
        for (Route route : Database.H2.routes()) {
          load.closed(route.ask(), REQUESTS);
        }
        load.closed(Route.KEPT.ask(), REQUESTS);
      }
      lab.proven(sink, contender);
    }
    lab.add(Figure.JAR, contender, contender.jarBytes());
    lab.add(Figure.JAR_TOUCHED, contender, LoadedClasses.compressedBytes(jar, log));
  }
}
