package io.gnomon.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.it.harness.Build;
import io.gnomon.it.harness.Container;
import io.gnomon.it.harness.Service;
import io.gnomon.it.harness.ServiceBuilder;
import io.gnomon.otlpreceiver.Distribution;
import io.gnomon.otlpreceiver.MetricPoint;
import io.gnomon.otlpreceiver.OtlpReceiver;
import io.gnomon.otlpreceiver.ReceivedLog;
import io.gnomon.otlpreceiver.Signal;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every pool under the agent: what it exposes, and what is measured of it, exactly. */
class PoolsIT {

  private static final String MAIN = "com.example.pools.PoolsMain";
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String COUNT = "db.client.connection.count";
  private static final String POOL_NAME = "db.client.connection.pool.name";
  private static final int SIZE = 3;

  private static final List<String> VALUES =
      List.of("used", "idle", "max", "idle.max", "idle.min", "pending_requests");

  /** What each pool exposes. */
  private static final Map<String, Set<String>> EXPOSED =
      new TreeMap<>(
          Map.of(
              "hikari", Set.of("used", "idle", "max", "idle.min", "pending_requests"),
              "tomcat", Set.copyOf(VALUES),
              "dbcp", Set.copyOf(VALUES),
              "tomcatdbcp", Set.of("used", "idle", "max", "idle.max", "idle.min"),
              "c3p0", Set.of("used", "idle", "max", "pending_requests"),
              "agroal", Set.of("used", "idle", "max", "pending_requests"),
              "agroalmute", Set.of(),
              "vibur", Set.of("used", "idle", "max"),
              "druid", Set.of("used", "idle", "max", "idle.min", "pending_requests"),
              "ucp", Set.of("used", "idle", "max", "pending_requests")));

  /** What the service did with a pool, by its own count. */
  private record Counts(int borrows, int closes, int timeouts, long heldNanos, int made) {

    static Counts of(Service service, String pool) {
      String[] numbers = ask(service, "counts", pool).split(" ", -1);
      return new Counts(
          Integer.parseInt(numbers[0]),
          Integer.parseInt(numbers[1]),
          Integer.parseInt(numbers[2]),
          Long.parseLong(numbers[3]),
          Integer.parseInt(numbers[4]));
    }
  }

  @Test
  void everyPoolTellsWhatItHasAndEveryBorrowCountsOnce() throws IOException {
    try (OtlpReceiver receiver = OtlpReceiver.start();
        Service service =
            ServiceBuilder.of(classPath(), MAIN)
                .exportingTo(receiver)
                .set("otel.metric.export.interval", "300")
                .start()) {
      for (String pool : EXPOSED.keySet()) {
        ask(service, "open", pool);
        ask(service, "take", pool, SIZE - 1);
      }
      EXPOSED.keySet().forEach(pool -> countsWhatIsHeld(service, receiver, pool));
      for (String pool : EXPOSED.keySet()) {
        ask(service, "take", pool, 1);
        ask(service, "wait", pool);
      }
      EXPOSED.keySet().forEach(pool -> countsWhoWaits(receiver, pool));
      for (String pool : EXPOSED.keySet()) {
        ask(service, "give", pool);
        ask(service, "waited", pool);
      }
      EXPOSED.keySet().forEach(pool -> totalsAreExact(receiver, Counts.of(service, pool), pool));
      printAndCheckTable(receiver);
      aClosedPoolIsSilent(service, receiver);
      assertThat(receiver.sum("gnomon.agent.failures", Map.of())).isZero();
      assertThat(receiver.sum("gnomon.agent.observer.failures", Map.of())).isZero();
      assertThat(ask(service, "forget", "hikari")).isEqualTo("true");
      assertThat(ask(service, "forget", "dbcp")).isEqualTo("true");
      assertThat(ask(service, "forget", "agroal")).isEqualTo("true");
    }
  }

  private static void countsWhatIsHeld(Service service, OtlpReceiver receiver, String pool) {
    awaitValue(receiver, pool, "used", value -> value == SIZE - 1);
    awaitValue(
        receiver,
        pool,
        "idle",
        value -> value == Integer.parseInt(ask(service, "connections", pool)) - (SIZE - 1));
    awaitValue(receiver, pool, "max", value -> value == SIZE);
    awaitValue(receiver, pool, "idle.max", value -> value == 2);
    awaitValue(receiver, pool, "idle.min", value -> value == 1);
    awaitValue(receiver, pool, "pending_requests", value -> value == 0);
  }

  private static void countsWhoWaits(OtlpReceiver receiver, String pool) {
    awaitValue(receiver, pool, "used", value -> value == SIZE);
    awaitValue(receiver, pool, "idle", value -> value == 0);
    awaitValue(receiver, pool, "pending_requests", value -> value == 1);
    receiver.await(
        "a timeout of " + pool,
        PATIENCE,
        () -> receiver.sum("db.client.connection.timeouts", Map.of(POOL_NAME, pool)) > 0);
  }

  private static void totalsAreExact(OtlpReceiver receiver, Counts counts, String pool) {
    Map<String, String> series = Map.of(POOL_NAME, pool);
    awaitSum(receiver, pool, "wait_time", counts.borrows);
    awaitSum(receiver, pool, "use_time", counts.closes);
    awaitSum(receiver, pool, "create_time", counts.made);
    awaitSum(receiver, pool, "timeouts", counts.timeouts);
    assertThat(counts.timeouts).as(pool).isPositive();
    assertThat(counts.made).as(pool).isGreaterThanOrEqualTo(SIZE);
    Distribution used = receiver.distribution("db.client.connection.use_time", series);
    assertThat(used.sum()).as(pool).isGreaterThanOrEqualTo(counts.heldNanos / 1e9);
    Distribution waited = receiver.distribution("db.client.connection.wait_time", series);
    assertThat(waited.max()).as(pool).isLessThan(PATIENCE.toSeconds());
  }

  private static void awaitSum(OtlpReceiver receiver, String pool, String metric, int expected) {
    String name = "db.client.connection." + metric;
    Map<String, String> series = Map.of(POOL_NAME, pool);
    try {
      receiver.await(name, PATIENCE, () -> receiver.sum(name, series) == expected);
    } catch (AssertionError late) {
      assertThat(receiver.sum(name, series)).as(metric + " of " + pool).isEqualTo(expected);
    }
  }

  private static void printAndCheckTable(OtlpReceiver receiver) {
    System.out.printf("%-12s%s%n", "pool", String.join("  ", VALUES));
    for (Map.Entry<String, Set<String>> pool : EXPOSED.entrySet()) {
      Set<String> sent = new TreeSet<>();
      StringBuilder row = new StringBuilder();
      for (String value : VALUES) {
        boolean isSent = !points(receiver, pool.getKey(), value).isEmpty();
        row.append(String.format("%-" + (value.length() + 2) + "s", isSent ? "sent" : "-"));
        if (isSent) {
          sent.add(value);
        }
      }
      System.out.printf("%-12s%s%n", pool.getKey(), row);
      assertThat(sent).as(pool.getKey()).isEqualTo(new TreeSet<>(pool.getValue()));
    }
  }

  private static void aClosedPoolIsSilent(Service service, OtlpReceiver receiver) {
    for (String pool : EXPOSED.keySet()) {
      ask(service, "close", pool);
    }
    awaitExports(receiver, 2);
    receiver.clear();
    awaitExports(receiver, 2);
    assertThat(receiver.points(COUNT, Map.of())).isEmpty();
    assertThat(receiver.points("db.client.connection.max", Map.of())).isEmpty();
    assertThat(receiver.points("db.client.connection.pending_requests", Map.of())).isEmpty();
  }

  private static void awaitExports(OtlpReceiver receiver, int more) {
    int before = receiver.accepted(Signal.METRICS).size();
    receiver.await(
        more + " more exports",
        PATIENCE,
        () -> receiver.accepted(Signal.METRICS).size() >= before + more);
  }

  /** Waits until the value that was sent last is right; one that is not exposed is right. */
  private static void awaitValue(
      OtlpReceiver receiver, String pool, String value, LongPredicate isRight) {
    if (EXPOSED.get(pool).contains(value)) {
      receiver.await(
          value + " of " + pool,
          PATIENCE,
          () -> {
            List<MetricPoint> points = points(receiver, pool, value);
            return !points.isEmpty() && isRight.test((long) points.get(points.size() - 1).value());
          });
    }
  }

  private static List<MetricPoint> points(OtlpReceiver receiver, String pool, String value) {
    return value.equals("used") || value.equals("idle")
        ? receiver.points(COUNT, Map.of(POOL_NAME, pool, "db.client.connection.state", value))
        : receiver.points("db.client.connection." + value, Map.of(POOL_NAME, pool));
  }

  @Test
  void aConnectionHeldForTooLongIsToldOnceWithTheLineThatTookIt() throws IOException {
    try (OtlpReceiver receiver = OtlpReceiver.start();
        Service service =
            ServiceBuilder.of(classPath(), MAIN)
                .exportingTo(receiver)
                .set("gnomon.jdbc.leak-threshold", "300ms")
                .expect("WARN connection leak: one of pool (tomcat|vibur|hikari) is held .*")
                .start()) {
      for (String pool : List.of("tomcat", "vibur", "hikari")) {
        ask(service, "open", pool);
        ask(service, "take", pool, 1);
        receiver.await(
            "leak of " + pool,
            PATIENCE,
            () ->
                receiver.sum("gnomon.db.connection.leaks", Map.of(POOL_NAME, pool)) == 1
                    && !service.agentLog().isEmpty());
      }
      awaitExports(receiver, 2);
      assertThat(receiver.sum("gnomon.db.connection.leaks", Map.of())).isEqualTo(3);
      // One line took all three, so the others are held back.
      List<ReceivedLog> leaks = receiver.logs("gnomon.db.connection_leak");
      assertThat(leaks).hasSize(1);
      Map<String, String> told = leaks.get(0).attributes();
      assertThat(told).containsEntry(POOL_NAME, "tomcat").containsKey("thread.name");
      assertThat(told.get("code.stacktrace").lines().findFirst().orElseThrow())
          .matches("com\\.example\\.pools\\.Held\\.take\\(Held\\.java:\\d+\\)");
      assertThat(Long.parseLong(told.get("gnomon.db.connection.held_ms"))).isGreaterThan(299);
      Matcher line =
          Pattern.compile("connection leak: .* at com\\.example\\.pools\\.Held\\.take")
              .matcher(service.err());
      assertThat(line.results()).hasSize(1);
    }
  }

  private static String ask(Service service, String command, String pool) {
    return ask(service, command, pool, 0);
  }

  private static String ask(Service service, String command, String pool, int number) {
    String answer = service.get("/" + command + "/" + pool + "/" + number).body();
    assertThat(answer).as(command + " " + pool).doesNotStartWith("failed");
    return answer;
  }

  private static String classPath() {
    Path own = Build.services().resolve("pools/target/classes");
    return own + File.pathSeparator + Container.classPath("pools");
  }
}
