package io.gnomon.jvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gnomon.core.attributes.AttributeNames;
import io.gnomon.core.attributes.AttributeSet;
import io.gnomon.core.clock.Clock;
import io.gnomon.core.failures.Failures;
import io.gnomon.core.metrics.HistogramPoint;
import io.gnomon.core.metrics.Instrument.Kind;
import io.gnomon.core.metrics.MetricSnapshot;
import io.gnomon.core.metrics.Metrics;
import io.gnomon.core.metrics.NumberPoint;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.management.Notification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JvmMetricsTest {

  private final Lines log = new Lines();
  private final Metrics metrics = new Metrics(Clock.SYSTEM);
  private final Failures failures = new Failures(log);
  private final JvmMetrics jvm = new JvmMetrics(metrics, failures, log);

  @BeforeEach
  void start() {
    jvm.run();
  }

  @AfterEach
  void end() {
    jvm.close();
    assertThat(log.all()).isEmpty();
  }

  private MetricSnapshot snapshot(String name) {
    return metrics.collect().stream()
        .filter(snapshot -> snapshot.instrument().name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("nothing of " + name));
  }

  private Map<AttributeSet, Double> numbers(String name) {
    Map<AttributeSet, Double> numbers = new HashMap<>();
    for (NumberPoint point : snapshot(name).numbers()) {
      numbers.put(point.attributes(), point.value());
    }
    return numbers;
  }

  private double number(String name) {
    Map<AttributeSet, Double> numbers = numbers(name);
    assertThat(numbers).as(name).containsOnlyKeys(AttributeSet.EMPTY);
    return numbers.get(AttributeSet.EMPTY);
  }

  @Test
  void memoryIsToldOfEveryPoolAsFarAsThePoolDefinesIt() {
    assertThat(pools("jvm.memory.used")).isEqualTo(poolsOfBeans(pool -> true));
    assertThat(pools("jvm.memory.committed")).isEqualTo(poolsOfBeans(pool -> true));
    assertThat(pools("jvm.memory.limit"))
        .isEqualTo(poolsOfBeans(pool -> pool.getUsage().getMax() >= 0));
    assertThat(pools("jvm.memory.used_after_last_gc"))
        .isEqualTo(poolsOfBeans(pool -> pool.getCollectionUsage() != null));
    assertThat(numbers("jvm.memory.used").values())
        .allMatch(bytes -> bytes >= 0)
        .anyMatch(b -> b > 0);
    assertThat(snapshot("jvm.memory.used").instrument().kind()).isEqualTo(Kind.UP_DOWN_COUNTER);
  }

  private Map<String, String> pools(String name) {
    Map<String, String> pools = new TreeMap<>();
    for (AttributeSet attributes : numbers(name).keySet()) {
      pools.put(
          String.valueOf(attributes.get(AttributeNames.JVM_MEMORY_POOL_NAME)),
          String.valueOf(attributes.get(AttributeNames.JVM_MEMORY_TYPE)));
    }
    return pools;
  }

  private static Map<String, String> poolsOfBeans(Predicate<MemoryPoolMXBean> which) {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(which)
        .collect(
            Collectors.toMap(
                MemoryPoolMXBean::getName,
                pool -> pool.getType().name().equals("HEAP") ? "heap" : "non_heap"));
  }

  @Test
  void buffersAreCounted() {
    AttributeSet direct =
        AttributeSet.builder().put(AttributeNames.JVM_BUFFER_POOL_NAME, "direct").build();
    double before = numbers("jvm.buffer.count").get(direct);
    ByteBuffer mine = ByteBuffer.allocateDirect(1 << 20);

    assertThat(numbers("jvm.buffer.count").get(direct)).isGreaterThan(before);
    assertThat(numbers("jvm.buffer.memory.used").get(direct)).isGreaterThanOrEqualTo(1 << 20);
    assertThat(numbers("jvm.buffer.memory.limit").get(direct))
        .isGreaterThanOrEqualTo(mine.capacity());
    assertThat(numbers("jvm.buffer.count"))
        .hasSize(ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).size());
  }

  @Test
  void loadedClassesLessUnloadedOnesAreThoseThatAreThere() {
    await()
        .untilAsserted(
            () ->
                assertThat(number("jvm.class.count"))
                    .isEqualTo(number("jvm.class.loaded") - number("jvm.class.unloaded")));
  }

  @Test
  void aSumCountsFromTheStartOfTheJvm() {
    long startMillis = ManagementFactory.getRuntimeMXBean().getStartTime();
    for (String name : List.of("jvm.class.loaded", "jvm.cpu.time")) {
      assertThat(snapshot(name).instrument().kind()).isEqualTo(Kind.COUNTER);
      assertThat(snapshot(name).numbers().get(0).startEpochNanos())
          .isEqualTo(startMillis * 1_000_000);
    }
  }

  @Test
  void theStatesOfAllThreadsAddUpToTheirNumber() throws InterruptedException {
    Thread daemon = new Thread(JvmMetricsTest::waitForEver, "daemon");
    daemon.setDaemon(true);
    daemon.start();
    await().until(() -> daemon.getState() == Thread.State.WAITING);
    await()
        .untilAsserted(
            () -> {
              Map<AttributeSet, Double> counts = numbers("jvm.thread.count");
              assertThat(sum(counts, attributes -> true))
                  .isEqualTo(ManagementFactory.getThreadMXBean().getThreadCount());
              assertThat(sum(counts, JvmMetricsTest::isDaemon))
                  .isEqualTo(ManagementFactory.getThreadMXBean().getDaemonThreadCount());
            });
    assertThat(numbers("jvm.thread.count").get(threads(true, "waiting"))).isPositive();
    assertThat(numbers("jvm.thread.count"))
        .containsKeys(
            Stream.of("runnable", "blocked", "waiting", "timed_waiting")
                .flatMap(state -> Stream.of(threads(true, state), threads(false, state)))
                .toArray(AttributeSet[]::new));
    daemon.interrupt();
    daemon.join();
  }

  private static void waitForEver() {
    Object lock = new Object();
    synchronized (lock) {
      try {
        while (true) {
          lock.wait();
        }
      } catch (InterruptedException over) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static AttributeSet threads(boolean daemon, String state) {
    return AttributeSet.builder()
        .put(AttributeNames.JVM_THREAD_DAEMON, daemon)
        .put(AttributeNames.JVM_THREAD_STATE, state)
        .build();
  }

  private static boolean isDaemon(AttributeSet attributes) {
    return Boolean.TRUE.equals(attributes.get(AttributeNames.JVM_THREAD_DAEMON));
  }

  private static double sum(Map<AttributeSet, Double> numbers, Predicate<AttributeSet> which) {
    return numbers.entrySet().stream()
        .filter(number -> which.test(number.getKey()))
        .mapToDouble(Map.Entry::getValue)
        .sum();
  }

  @Test
  void processorsTimeAndUptimeAreTold() {
    assertThat(number("jvm.cpu.count")).isEqualTo(Runtime.getRuntime().availableProcessors());
    double cpuSeconds = number("jvm.cpu.time");
    double uptimeSeconds = number("process.uptime");
    assertThat(cpuSeconds).isPositive();
    assertThat(uptimeSeconds)
        .isPositive()
        .isLessThanOrEqualTo(ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0);
    await().until(() -> number("process.uptime") > uptimeSeconds);
    await()
        .untilAsserted(() -> assertThat(number("jvm.cpu.recent_utilization")).isBetween(0.0, 1.0));
    assertThat(snapshot("process.uptime").instrument().unit()).isEqualTo("s");
  }

  @Test
  void eachCollectionOfEachCollectorIsCounted() {
    Map<String, Long> toldBefore = collections(metrics);
    Map<String, Long> before = collectionsOfBeans();
    System.gc();
    System.gc();

    await()
        .untilAsserted(
            () ->
                assertThat(difference(collections(metrics), toldBefore))
                    .isNotEmpty()
                    .isEqualTo(difference(collectionsOfBeans(), before)));
  }

  @Test
  void onceClosedItListensNoMore() {
    Metrics others = new Metrics(Clock.SYSTEM);
    GcDurations witness = GcDurations.listen(others, failures);
    jvm.close();
    Map<String, Long> told = collections(metrics);
    System.gc();

    await().until(() -> !collections(others).isEmpty());
    assertThat(collections(metrics)).isEqualTo(told);
    witness.close();
  }

  @Test
  void closedBeforeItIsRunItDoesNothing() {
    Metrics none = new Metrics(Clock.SYSTEM);
    JvmMetrics off = new JvmMetrics(none, failures, log);
    off.close();
    off.run();

    assertThat(none.collect()).isEmpty();
  }

  @Test
  void aNotificationThatIsNoneOfOursIsPassedOverAndAStrangeOneCounted() {
    Lines lines = new Lines();
    Failures counted = new Failures(lines);
    GcDurations listener = GcDurations.listen(new Metrics(Clock.SYSTEM), counted);
    listener.handleNotification(new Notification("something else", this, 1), "");
    assertThat(counted.count("jvm")).isZero();

    listener.handleNotification(
        new Notification("com.sun.management.gc.notification", this, 2), "");
    assertThat(counted.count("jvm")).isOne();
    assertThat(lines.all()).hasSize(1);
    listener.close();
  }

  private static Map<String, Long> collections(Metrics metrics) {
    Map<String, Long> counts = new TreeMap<>();
    for (MetricSnapshot snapshot : metrics.collect()) {
      for (HistogramPoint point : snapshot.histograms()) {
        assertThat(point.attributes().get(AttributeNames.JVM_GC_ACTION)).isNotNull();
        counts.merge(
            String.valueOf(point.attributes().get(AttributeNames.JVM_GC_NAME)),
            point.count(),
            Long::sum);
      }
    }
    return counts;
  }

  private static Map<String, Long> collectionsOfBeans() {
    Map<String, Long> counts = new TreeMap<>();
    for (GarbageCollectorMXBean bean : ManagementFactory.getGarbageCollectorMXBeans()) {
      counts.put(bean.getName(), bean.getCollectionCount());
    }
    return counts;
  }

  /** What was added, of those to which something was. */
  private static Map<String, Long> difference(Map<String, Long> now, Map<String, Long> before) {
    Map<String, Long> added = new TreeMap<>();
    now.forEach(
        (name, count) -> {
          long more = count - before.getOrDefault(name, 0L);
          if (more != 0) {
            added.put(name, more);
          }
        });
    return added;
  }

  @Test
  void everyInstrumentHasANameOfItsOwnAndAUnit() {
    Set<String> names =
        Arrays.stream(JvmNumber.values())
            .map(number -> number.instrument.name())
            .collect(Collectors.toSet());
    assertThat(names).hasSize(JvmNumber.values().length);
    assertThat(JvmNumber.values()).allMatch(number -> !number.instrument.unit().isEmpty());
  }
}
