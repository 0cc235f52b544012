package io.gnomon.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.it.harness.Build;
import io.gnomon.it.harness.Container;
import io.gnomon.it.harness.Load;
import io.gnomon.it.harness.Postgres;
import io.gnomon.it.harness.Service;
import io.gnomon.it.harness.ServiceBuilder;
import io.gnomon.otlpreceiver.MetricPoint;
import io.gnomon.otlpreceiver.OtlpReceiver;
import io.gnomon.otlpreceiver.ReceivedLog;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Budgets of a real service: one breaks and says why, one holds, a wrong one is told. */
class BudgetsIT {

  private static final String BURN = "gnomon.budget.burn";
  private static final String BREACHED = "gnomon.budget.breached";
  private static final String BROKEN = "gnomon.budget.broken";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int TIMES = 20;

  private static double last(OtlpReceiver receiver, String metric, String budget) {
    List<MetricPoint> points = receiver.points(metric, Map.of("gnomon.budget.name", budget));
    assertThat(points).as(metric + " of " + budget).isNotEmpty();
    return points.get(points.size() - 1).value();
  }

  private static Map<String, String> broken(OtlpReceiver receiver) {
    List<ReceivedLog> logs = receiver.logs(BROKEN);
    assertThat(logs).hasSize(1);
    return logs.get(0).attributes();
  }

  @Test
  void aBudgetThatASlowQueryBreaksSaysSoWhileTheServiceRunsAndTheOthersHold() throws IOException {
    try (OtlpReceiver receiver = OtlpReceiver.start()) {
      Service service =
          ServiceBuilder.of(Container.TOMCAT_10)
              .exportingTo(receiver)
              .set("gnomon.jdbc.slow-query-threshold", "100ms")
              .set("gnomon.budget.slow.route", "/slow")
              .set("gnomon.budget.slow.p99", "100ms")
              .set("gnomon.budget.greeting.route", "/hel*")
              .environment("GNOMON_BUDGET_GREETING_ERROR_RATE", "50%")
              .set("gnomon.budget.default.error-rate", "0.1%")
              .expect("WARN slow query.*")
              .expect("WARN budget .*")
              .start();
      try (service) {
        // The first page that asks the database sets it up.
        Load.drive(service, "GET", "/query", 1, 200);
        Load.drive(service, "GET", "/hello", TIMES, 200);
        Load.drive(service, "GET", "/slow?ms=150", 2, 200);
        Load.drive(service, "GET", "/senderror", 1, 503);
        receiver.await("two records", PATIENCE, () -> receiver.logs(BROKEN).size() == 2);
      }
      assertThat(last(receiver, BURN, "slow")).isEqualTo(100);
      assertThat(last(receiver, BREACHED, "slow")).isEqualTo(1);
      assertThat(last(receiver, BURN, "greeting")).isZero();
      assertThat(last(receiver, BREACHED, "greeting")).isZero();
      assertThat(receiver.points(BURN, Map.of("http.route", "/senderror")))
          .isNotEmpty()
          .allMatch(point -> "default".equals(point.attributes().get("gnomon.budget.name")));
      Map<String, String> told =
          receiver.logs(BROKEN).stream()
              .map(ReceivedLog::attributes)
              .filter(each -> "/slow".equals(each.get("http.route")))
              .findFirst()
              .orElseThrow();
      assertThat(told)
          .containsEntry("gnomon.budget.name", "slow")
          .containsEntry("gnomon.budget.objective", "p99")
          .containsEntry("gnomon.budget.limit", "100ms")
          .containsEntry("gnomon.budget.worst.method", "GET")
          .containsEntry("gnomon.budget.worst.status_code", "200")
          .containsEntry("gnomon.budget.worst.queries", "1")
          .hasEntrySatisfying(
              "gnomon.budget.worst.why",
              why -> assertThat(why).matches("slow query: SELECT \\([0-9a-f]{16}\\) took \\d+ ms"));
      assertThat(service.agentLog())
          .filteredOn(line -> line.contains("budget slow is broken: /slow p99=100ms"))
          .hasSize(1);
      assertThat(receiver.sum("gnomon.agent.failures", Map.of())).isZero();
    }
  }

  @Test
  void aShortRunIsJudgedAtItsEndAndAnNPlusOneIsTheReason() throws IOException {
    try (OtlpReceiver receiver = OtlpReceiver.start();
        Postgres postgres = Postgres.start()) {
      try (Service service =
          postgres
              .usedBy(
                  ServiceBuilder.of(
                          Container.classPath("persistence")
                              + ":"
                              + Build.services().resolve("persistence/target/classes"),
                          "com.example.persistence.PersistenceMain")
                      .exportingTo(receiver))
              .set("gnomon.budget.jdbc.route", "/jdbc/**")
              .set("gnomon.budget.jdbc.queries", "10")
              .expect("WARN N\\+1.*")
              .expect("WARN budget jdbc is broken: /jdbc/slow queries=10, 1 of 1 over it, .*")
              .start()) {
        assertThat(service.get("/jdbc/few").statusCode()).isEqualTo(200);
        assertThat(service.get("/jdbc/slow").statusCode()).isEqualTo(200);
      }
      assertThat(broken(receiver))
          .containsEntry("http.route", "/jdbc/slow")
          .containsEntry("gnomon.budget.requests", "1")
          .containsEntry("gnomon.budget.worst.queries", "11")
          .hasEntrySatisfying(
              "gnomon.budget.worst.why",
              why ->
                  assertThat(why)
                      .matches("N\\+1: SELECT item ran 10 times in \\d+ ms after SELECT orders"));
      assertThat(receiver.points(BREACHED, Map.of("http.route", "/jdbc/few")))
          .isNotEmpty()
          .allMatch(point -> point.value() == 0);
    }
  }

  @Test
  void wrongBudgetsAreToldAndTheServiceStarts() throws IOException {
    try (OtlpReceiver receiver = OtlpReceiver.start()) {
      try (Service service =
          ServiceBuilder.of(Container.TOMCAT_10)
              .exportingTo(receiver)
              .set("gnomon.budget.a.route", "/hello")
              .set("gnomon.budget.a.p98", "1s")
              .set("gnomon.budget.b.p99", "never")
              .expect("WARN system property gnomon.budget.a.p98: expected gnomon.budget.NAME.*")
              .expect("WARN gnomon.budget.a.*: expected one of p99 .* budget a is left out")
              .expect("WARN gnomon.budget.b.p99=never .*: expected a duration .*; using off")
              .expect("WARN gnomon.budget.b.route: expected a path .* budget b is left out")
              .start()) {
        Load.drive(service, "GET", "/hello", TIMES, 200);
        receiver.await(
            "requests",
            PATIENCE,
            () -> receiver.sum("http.server.request.duration", Map.of()) == TIMES);
        assertThat(service.agentLog()).filteredOn(line -> line.contains("WARN")).hasSize(4);
      }
      assertThat(receiver.points(BURN, Map.of())).isEmpty();
    }
  }
}
