package io.gnomon.it;

import static io.opentelemetry.proto.metrics.v1.AggregationTemporality.AGGREGATION_TEMPORALITY_CUMULATIVE;
import static io.opentelemetry.proto.metrics.v1.AggregationTemporality.AGGREGATION_TEMPORALITY_UNSPECIFIED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.gnomon.it.harness.Command;
import io.gnomon.it.harness.Container;
import io.gnomon.it.harness.Jdk;
import io.gnomon.it.harness.Service;
import io.gnomon.it.harness.ServiceBuilder;
import io.gnomon.otlpreceiver.MetricPoint;
import io.gnomon.otlpreceiver.OtlpReceiver;
import io.gnomon.otlpreceiver.Signal;
import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What a JVM tells of itself, from a program that serves no request that we know. */
class JvmMetricsIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String MAIN = "com.example.app.JvmMain";
  private static final String UPTIME = "process.uptime";
  private static final String COLLECTIONS = "jvm.gc.duration";

  /** Modules without which the agent does not attach at all. */
  private static final String NEEDED = "java.instrument,java.sql,jdk.unsupported";

  private static final Set<String> OF_POOL = Set.of("jvm.memory.pool.name", "jvm.memory.type");

  private OtlpReceiver receiver;

  @BeforeEach
  void listen() throws IOException {
    receiver = OtlpReceiver.start();
  }

  @AfterEach
  void hangUp() {
    receiver.close();
  }

  private ServiceBuilder service() {
    return ServiceBuilder.of(Container.TOMCAT_9.classPath(), MAIN).exportingTo(receiver);
  }

  private static Stream<Jdk> jdks() {
    return Stream.concat(Stream.of(Jdk.ofBuild()), Jdk.others().stream());
  }

  @TestFactory
  Stream<DynamicTest> everyStableMetricArrivesFromAnIdleService() {
    return jdks().map(jdk -> dynamicTest(jdk.toString(), () -> idle(jdk)));
  }

  private void idle(Jdk jdk) {
    receiver.clear();
    try (Service service = service().on(jdk).start()) {
      awaitExportAfterNow();
      Set<String> pools = service.get("/pools").body().lines().collect(Collectors.toSet());
      service.get("/gc");
      receiver.await("a collection", PATIENCE, () -> receiver.metricNames().contains(COLLECTIONS));
      awaitExportAfterNow();

      sum("jvm.memory.used", "By", OF_POOL);
      sum("jvm.memory.committed", "By", OF_POOL);
      sum("jvm.memory.limit", "By", OF_POOL);
      sum("jvm.memory.used_after_last_gc", "By", OF_POOL);
      assertThat(poolsOf("jvm.memory.used")).isEqualTo(pools);
      assertThat(pools).containsAll(poolsOf("jvm.memory.used_after_last_gc"));
      sum(COLLECTIONS, "s", Set.of("jvm.gc.name", "jvm.gc.action"));
      sum("jvm.thread.count", "{thread}", Set.of("jvm.thread.daemon", "jvm.thread.state"));
      assertThat(receiver.sum("jvm.thread.count", Map.of("jvm.thread.daemon", "true")))
          .isPositive();
      assertThat(receiver.sum("jvm.thread.count", Map.of("jvm.thread.daemon", "false")))
          .isPositive();
      for (String name : List.of("loaded", "unloaded", "count")) {
        sum("jvm.class." + name, "{class}", Set.of());
      }
      sum("jvm.cpu.time", "s", Set.of());
      sum("jvm.cpu.count", "{cpu}", Set.of());
      assertThat(receiver.sum("jvm.cpu.count", Map.of()))
          .isEqualTo(Runtime.getRuntime().availableProcessors());
      gauge("jvm.cpu.recent_utilization", "1");
      gauge(UPTIME, "s");
      sum("jvm.file_descriptor.count", "{file_descriptor}", Set.of());
      sum("jvm.buffer.memory.used", "By", Set.of("jvm.buffer.pool.name"));
      List<MetricPoint> uptimes = receiver.points(UPTIME, Map.of());
      assertThat(uptimes).extracting(MetricPoint::value).isSorted().doesNotHaveDuplicates();
      assertThat(receiver.sum("gnomon.agent.failures", Map.of())).isZero();
      assertThat(receiver.sum("gnomon.agent.observer.failures", Map.of())).isZero();
    }
  }

  private void sum(String metric, String unit, Set<String> attributes) {
    points(metric, unit, attributes, AGGREGATION_TEMPORALITY_CUMULATIVE);
  }

  private void gauge(String metric, String unit) {
    points(metric, unit, Set.of(), AGGREGATION_TEMPORALITY_UNSPECIFIED);
  }

  private void points(
      String metric, String unit, Set<String> attributes, AggregationTemporality temporality) {
    assertThat(receiver.series(metric, Map.of()))
        .as(metric)
        .isNotEmpty()
        .allSatisfy(
            point -> {
              assertThat(point.unit()).isEqualTo(unit);
              assertThat(point.attributes()).containsOnlyKeys(attributes);
              assertThat(point.temporality()).isEqualTo(temporality);
              assertThat(point.value()).isNotNegative();
            });
  }

  private Set<String> poolsOf(String metric) {
    return receiver.series(metric, Map.of()).stream()
        .map(point -> point.attributes().get("jvm.memory.pool.name"))
        .collect(Collectors.toSet());
  }

  /** Waits for an export whose values were read after this was called. */
  private void awaitExportAfterNow() {
    long nowNanos = System.currentTimeMillis() * 1_000_000;
    receiver.await(
        "one more export",
        PATIENCE,
        () ->
            receiver.points(UPTIME, Map.of()).stream()
                .anyMatch(point -> point.epochNanos() > nowNanos));
  }

  @TestFactory
  Stream<DynamicTest> eachCollectionCountsOnceAsTheBeansCountIt() {
    Stream<DynamicTest> collectors =
        Stream.of("Serial", "Parallel", "G1", "Z", "Shenandoah")
            .map(gc -> "-XX:+Use" + gc + "GC")
            .filter(JvmMetricsIT::isSupported)
            .map(option -> dynamicTest(option, () -> collect(Jdk.ofBuild(), option)));
    Stream<DynamicTest> others =
        Jdk.others().stream()
            .map(jdk -> dynamicTest(jdk.toString(), () -> collect(jdk, "-Dplain=true")));
    return Stream.concat(collectors, others);
  }

  private static boolean isSupported(String option) {
    List<String> command = List.of(Jdk.ofBuild().tool("java"), option, "-version");
    return Command.run(command, Map.of(), PATIENCE.toSeconds()).exit() == 0;
  }

  private void collect(Jdk jdk, String option) {
    receiver.clear();
    try (Service service = service().on(jdk).option(option).start()) {
      awaitExportAfterNow();
      Map<String, Long> beansBefore = counts(service.get("/gc").body());
      receiver.await("a collection", PATIENCE, () -> receiver.metricNames().contains(COLLECTIONS));
      awaitExportAfterNow();
      Map<String, Long> toldBefore = told(beansBefore.keySet());
      for (int i = 0; i < 5; i++) {
        service.get("/gc");
      }
      Map<String, Long> added = difference(counts(service.get("/collections").body()), beansBefore);
      receiver.await(
          "all collections: " + added,
          PATIENCE,
          () -> difference(told(added.keySet()), toldBefore).equals(added));
      awaitExportAfterNow();
      assertThat(difference(told(added.keySet()), toldBefore)).isEqualTo(added);
      assertThat(added.values().stream().mapToLong(Long::longValue).sum())
          .isGreaterThanOrEqualTo(5);
    }
  }

  private static Map<String, Long> counts(String lines) {
    Map<String, Long> counts = new TreeMap<>();
    lines
        .lines()
        .map(line -> line.split("="))
        .forEach(pair -> counts.put(pair[0], Long.parseLong(pair[1])));
    return counts;
  }

  private Map<String, Long> told(Set<String> collectors) {
    Map<String, Long> counts = new TreeMap<>();
    for (String name : collectors) {
      counts.put(name, (long) receiver.sum(COLLECTIONS, Map.of("jvm.gc.name", name)));
    }
    return counts;
  }

  private static Map<String, Long> difference(Map<String, Long> now, Map<String, Long> before) {
    Map<String, Long> added = new TreeMap<>();
    now.forEach((name, count) -> added.put(name, count - before.getOrDefault(name, 0L)));
    return added;
  }

  @TestFactory
  Stream<DynamicTest> theApplicationsLogManagerIsInForceAndNobodyMadeAnMBeanServer() {
    return jdks().map(jdk -> dynamicTest(jdk.toString(), () -> untouched(jdk)));
  }

  private void untouched(Jdk jdk) {
    receiver.clear();
    String manager = "com.example.app.LateLogManager";
    try (Service service = service().on(jdk).set("java.util.logging.manager", manager).start()) {
      awaitExportAfterNow();
      service.get("/gc");
      receiver.await("a collection", PATIENCE, () -> receiver.metricNames().contains(COLLECTIONS));
      assertThat(service.get("/servers").body()).isEqualTo("0");
      assertThat(service.get("/log-manager").body()).isEqualTo(manager);
    }
  }

  @Test
  void switchedOffNothingIsTold() {
    try (Service service = service().set("gnomon.jvm.enabled", "false").start()) {
      receiver.await("two exports", PATIENCE, () -> receiver.accepted(Signal.METRICS).size() >= 2);
      service.get("/gc");
    }
    assertThat(receiver.metricNames())
        .isNotEmpty()
        .noneMatch(name -> name.startsWith("jvm.") || name.startsWith("process."));
  }

  @Test
  void aRuntimeWithoutTheModuleTellsWhatItCan(@TempDir Path folder) {
    Path jmods = Jdk.ofBuild().home().resolve("jmods");
    Assumptions.assumeTrue(Files.isDirectory(jmods), "no modules to link in " + jmods);
    try (Service service = service().on(linked(folder, NEEDED)).start()) {
      receiver.await(
          "processors", PATIENCE, () -> receiver.metricNames().contains("jvm.cpu.count"));
      service.get("/");
    }
    assertThat(receiver.metricNames())
        .filteredOn(name -> name.startsWith("jvm.") || name.startsWith("process."))
        .containsExactly("jvm.cpu.count");
    assertThat(receiver.sum("gnomon.agent.failures", Map.of())).isZero();
    assertThat(receiver.sum("gnomon.agent.observer.failures", Map.of())).isZero();
  }

  @Test
  void aRuntimeWithoutTheJdksExtensionsTellsWhatIsStandard(@TempDir Path folder) {
    Path jmods = Jdk.ofBuild().home().resolve("jmods");
    Assumptions.assumeTrue(Files.isDirectory(jmods), "no modules to link in " + jmods);
    Jdk image = linked(folder, NEEDED + ",java.management");
    try (Service service = service().on(image).start()) {
      awaitExportAfterNow();
      service.get("/gc");
      awaitExportAfterNow();
    }
    assertThat(receiver.metricNames())
        .contains("jvm.memory.used", "jvm.thread.count", "jvm.class.count")
        .doesNotContain("jvm.cpu.time", "jvm.file_descriptor.count", COLLECTIONS);
    assertThat(receiver.sum("gnomon.agent.failures", Map.of())).isZero();
    assertThat(receiver.sum("gnomon.agent.observer.failures", Map.of())).isZero();
  }

  private static Jdk linked(Path folder, String modules) {
    Path image = folder.resolve("image");
    Command.Result made =
        Command.run(
            List.of(
                Jdk.ofBuild().tool("jlink"),
                "--add-modules",
                modules,
                "--output",
                image.toString()),
            Map.of(),
            PATIENCE.toSeconds());
    assertThat(made.exit()).as(made.out() + made.err()).isZero();
    return new Jdk(image, Jdk.ofBuild().feature());
  }
}
