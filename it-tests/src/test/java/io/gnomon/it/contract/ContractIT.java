package io.gnomon.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.it.harness.Container;
import io.gnomon.it.harness.Jdk;
import io.gnomon.it.harness.Service;
import io.gnomon.it.harness.ServiceBuilder;
import io.gnomon.otlpreceiver.OtlpReceiver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every request that a container answers is counted once, as what it was. */
class ContractIT {

  private static final int AT_A_TIME = 2;
  private static final int VIRTUAL_THREADS = 21;
  private static final String CONTEXT_PATH = "/shop";
  private static final List<Container> WITH_VIRTUAL_THREADS =
      List.of(Container.TOMCAT_11, Container.JETTY_12, Container.UNDERTOW_2_3);

  private static final String BEGIN = "<!-- containers: begin -->\n";
  private static final String END = "<!-- containers: end -->";

  private static final Map<Plan, Future<Report>> RUNS = new LinkedHashMap<>();

  /** One JVM of the contract. */
  private record Plan(Container container, Jdk jdk, boolean virtual) {

    String title() {
      return container.title()
          + (jdk.feature() == Jdk.ofBuild().feature() ? "" : ", JDK " + jdk.feature())
          + (virtual ? ", virtual threads" : "");
    }

    boolean isPlain() {
      return !virtual && jdk.feature() == Jdk.ofBuild().feature();
    }

    Report run() {
      Subject subject = Containers.subject(container, title(), CONTEXT_PATH, jdk.feature());
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
      RUNS.put(plan, workers.submit(plan::run));
    }
    workers.shutdown();
  }

  /** Every container on the build's JDK; in the matrix, on every JDK that can run it. */
  private static List<Plan> plans() {
    List<Plan> plans = new ArrayList<>();
    Stream.concat(Stream.of(Jdk.ofBuild()), Jdk.ofMatrix().stream())
        .forEach(jdk -> onEach(jdk, plans));
    Stream.concat(Stream.of(Jdk.ofBuild()), Jdk.others().stream())
        .filter(jdk -> jdk.feature() >= VIRTUAL_THREADS)
        .findFirst()
        .ifPresent(jdk -> WITH_VIRTUAL_THREADS.forEach(each -> add(plans, each, jdk, true)));
    return plans;
  }

  private static void onEach(Jdk jdk, List<Plan> plans) {
    for (Container container : Container.values()) {
      if (container.oldestJava() <= jdk.feature()) {
        add(plans, container, jdk, false);
      }
    }
  }

  private static void add(List<Plan> plans, Container container, Jdk jdk, boolean virtual) {
    if (container.name().matches(wanted())) {
      plans.add(new Plan(container, jdk, virtual));
    }
  }

  private static String wanted() {
    return System.getProperty("gnomon.it.containers", ".*");
  }

  @TestFactory
  Stream<DynamicContainer> everyContainer() {
    return RUNS.keySet().stream().map(plan -> report(plan).tests());
  }

  @Test
  void theReadmeHasTheTableOfWhatRan() throws IOException {
    String readme = Files.readString(Path.of("..", "README.md"));
    assertThat(readme).contains(BEGIN).contains(END);
    String block = readme.substring(readme.indexOf(BEGIN) + BEGIN.length(), readme.indexOf(END));
    assertThat(block.lines())
        .as("the block in README.md; what it has to be is in it-tests/target/containers.md")
        .containsAll(markdown().lines().toList());
  }

  @AfterAll
  static void tell() throws IOException {
    System.out.println(new ContractTable(RUNS.keySet().stream().map(ContractIT::report).toList()));
    Files.writeString(Path.of("target", "containers.md"), markdown());
  }

  private static String markdown() {
    Map<String, Report> plain = new LinkedHashMap<>();
    for (Plan plan : RUNS.keySet()) {
      if (plan.isPlain()) {
        plain.put(Containers.versioned(plan.container), report(plan));
      }
    }
    return new ReadmeTable(plain).markdown();
  }

  private static Report report(Plan plan) {
    try {
      return RUNS.get(plan).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
