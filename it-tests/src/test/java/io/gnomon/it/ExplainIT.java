package io.gnomon.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.it.harness.Container;
import io.gnomon.it.harness.MariaDb;
import io.gnomon.it.harness.Postgres;
import io.gnomon.it.harness.Service;
import io.gnomon.it.harness.ServiceBuilder;
import io.gnomon.otlpreceiver.OtlpReceiver;
import io.gnomon.otlpreceiver.Signal;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A service on a real PostgreSQL whose slow queries are told with their plans. */
class ExplainIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String QUERIES = "db.client.operation.duration";
  private static final String PLANS = "gnomon.agent.explain.plans";
  private static final String LITERAL = "SELECT id FROM item WHERE name = ?";
  private static final String PREPARED = "SELECT name FROM item WHERE id = ?";

  private static Postgres postgres;

  private OtlpReceiver receiver;

  @BeforeAll
  static void startDatabase() {
    postgres = Postgres.start();
  }

  @AfterAll
  static void stopDatabase() {
    postgres.close();
  }

  @BeforeEach
  void listen() throws IOException {
    receiver = OtlpReceiver.start();
  }

  @AfterEach
  void hangUp() {
    receiver.close();
  }

  /** A service to which each query is slow. */
  private ServiceBuilder tomcat() {
    return postgres
        .usedBy(ServiceBuilder.of(Container.TOMCAT_9).exportingTo(receiver))
        .set("gnomon.jdbc.slow-query-threshold", "1ns")
        .expect("WARN slow query: .*");
  }

  private Optional<String> plan(String text) {
    return receiver.logs("gnomon.db.slow_query").stream()
        .filter(log -> text.equals(log.attributes().get("db.query.text")))
        .map(log -> log.attributes().get("gnomon.db.query.plan"))
        .filter(Objects::nonNull)
        .findFirst();
  }

  private boolean isTold(String text) {
    return receiver.logs("gnomon.db.slow_query").stream()
        .anyMatch(log -> text.equals(log.attributes().get("db.query.text")));
  }

  @Test
  void aMissingIndexIsInTheRecordAndWhatWeAskIsNotCounted() {
    try (Service service = tomcat().set("gnomon.jdbc.explain", "true").start()) {
      // One after another: a pool whose connections are waited for is not asked for one.
      for (int i = 0; i < 5; i++) {
        assertThat(service.get("/literal?n=3").statusCode()).isEqualTo(200);
        assertThat(service.get("/query?n=2").statusCode()).isEqualTo(200);
      }
      receiver.await("both records", PATIENCE, () -> isTold(LITERAL) && isTold(PREPARED));
    }
    assertThat(plan(LITERAL)).get().asString().contains("Seq Scan on item", "?::text");
    assertThat(plan(PREPARED)).get().asString().contains("item_pkey", "(id = ?)");
    assertThat(receiver.requests(Signal.LOGS))
        .noneMatch(request -> request.message().toString().contains("secret-"));
    assertThat(receiver.sum(QUERIES, Map.of("db.query.summary", "SELECT item"))).isEqualTo(25);
    assertThat(receiver.series(QUERIES, Map.of()))
        .extracting(series -> series.attributes().get("db.query.summary"))
        .noneMatch(summary -> summary.matches("(?i).*(explain|pg_|do\\b|set\\b|show).*"));
    assertThat(receiver.sum(PLANS, Map.of("gnomon.agent.explain.outcome", "plan"))).isEqualTo(2);
    assertThat(receiver.sum("gnomon.agent.failures", Map.of())).isZero();
  }

  @Test
  void aMissingIndexOfMariaDbIsInTheRecord() {
    try (MariaDb mariaDb = MariaDb.start()) {
      mariaDb.create("shop");
      ServiceBuilder builder = ServiceBuilder.of(Container.TOMCAT_9).exportingTo(receiver);
      try (Service service =
          mariaDb
              .usedBy(builder, "shop")
              .set("gnomon.jdbc.slow-query-threshold", "1ns")
              .set("gnomon.jdbc.explain", "true")
              .expect("WARN slow query: .*")
              .start()) {
        service.get("/literal?n=3");
        receiver.await("the record", PATIENCE, () -> isTold(LITERAL));
      }
    }
    assertThat(plan(LITERAL)).get().asString().contains("item", "ALL").doesNotContain("secret-");
    assertThat(receiver.sum(PLANS, Map.of("gnomon.agent.explain.outcome", "plan")))
        .isGreaterThanOrEqualTo(1);
    assertThat(receiver.sum("gnomon.agent.failures", Map.of())).isZero();
  }

  @Test
  void whereItIsNotSwitchedOnNothingIsAsked() {
    try (Service service = tomcat().start()) {
      service.get("/literal");
      receiver.await("the record", PATIENCE, () -> isTold(LITERAL));
    }
    assertThat(plan(LITERAL)).isEmpty();
    assertThat(receiver.metricNames()).doesNotContain(PLANS);
  }
}
