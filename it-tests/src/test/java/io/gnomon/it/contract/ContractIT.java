package io.gnomon.it.contract;

import io.gnomon.it.harness.Container;
import io.gnomon.it.harness.Jdk;
import io.gnomon.it.harness.Service;
import io.gnomon.it.harness.ServiceBuilder;
import io.gnomon.otlpreceiver.OtlpReceiver;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/** Every request that a container answers is counted once, as what it was. */
class ContractIT {

  private static final int AT_A_TIME = 2;
  private static final String CONTEXT_PATH = "/shop";

  private static final List<Future<Report>> RUNS = new ArrayList<>();

  /** One JVM of the contract. */
  private record Plan(Container container, Jdk jdk, boolean virtual) {

    String title() {
      return container.title()
          + (jdk.feature() == Jdk.ofBuild().feature() ? "" : ", JDK " + jdk.feature())
          + (virtual ? ", virtual threads" : "");
    }

    Report run() {
      Subject subject = Containers.subject(container, title(), CONTEXT_PATH);
      try (OtlpReceiver receiver = OtlpReceiver.start();
          Service service = start(subject, receiver)) {
        return Contract.run(subject, service, receiver);
      } catch (IOException | RuntimeException | AssertionError broken) {
        return Report.notRun(subject, broken);
      }
    }

    private Service start(Subject subject, OtlpReceiver receiver) {
      return Contract.exporting(ServiceBuilder.of(container).on(jdk), receiver)
          .set("app.context", subject.contextPath())
          .set("app.virtual", String.valueOf(virtual))
          .start();
    }
  }

  @BeforeAll
  static void runAll() {
    ExecutorService workers = Executors.newFixedThreadPool(AT_A_TIME);
    for (Plan plan : plans()) {
      RUNS.add(workers.submit(plan::run));
    }
    workers.shutdown();
  }

  /** Every container on the build's JDK; in the matrix, on every JDK that can run it. */
  private static List<Plan> plans() {
    List<Plan> plans = new ArrayList<>();
    Stream.concat(Stream.of(Jdk.ofBuild()), Jdk.ofMatrix().stream())
        .forEach(
            jdk ->
                Stream.of(Container.values())
                    .filter(container -> container.oldestJava() <= jdk.feature())
                    .filter(ContractIT::isWanted)
                    .forEach(container -> plans.add(new Plan(container, jdk, false))));
    return plans;
  }

  private static boolean isWanted(Container container) {
    return container.name().matches(System.getProperty("gnomon.it.containers", ".*"));
  }

  @TestFactory
  Stream<DynamicContainer> everyContainer() {
    return reports().stream().map(Report::tests);
  }

  @AfterAll
  static void tell() {
    System.out.println(new ContractTable(reports()));
  }

  private static List<Report> reports() {
    List<Report> reports = new ArrayList<>();
    for (Future<Report> run : RUNS) {
      try {
        reports.add(run.get());
      } catch (ExecutionException e) {
        throw new IllegalStateException(e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
    return reports;
  }
}
