package io.gnomon.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.it.harness.Container;
import io.gnomon.it.harness.Load;
import io.gnomon.it.harness.Postgres;
import io.gnomon.it.harness.Service;
import io.gnomon.it.harness.ServiceBuilder;
import io.gnomon.otlpreceiver.Answer;
import io.gnomon.otlpreceiver.OtlpReceiver;
import io.gnomon.otlpreceiver.ReceivedLog;
import io.gnomon.otlpreceiver.Signal;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tomcat, HikariCP and a real PostgreSQL: what arrives is exactly what was done. */
class ExactCountsIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String REQUESTS = "http.server.request.duration";
  private static final String QUERIES = "db.client.operation.duration";
  private static final int ROUNDS = 5;
  private static final int REQUESTS_PER_ROUND = 150;
  private static final int QUERIES_PER_REQUEST = 3;

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

  private ServiceBuilder tomcat() {
    return postgres.usedBy(ServiceBuilder.of(Container.TOMCAT_9).exportingTo(receiver));
  }

  @Test
  void countsAreExactOverIntervalsAFailedExportAndAShutdown() {
    try (Service service =
        tomcat()
            .expect("WARN export of metrics to \\S+ fails: .*400.*")
            .expect("INFO export of metrics to \\S+ works again.*")
            .start()) {
      for (int round = 1; round <= ROUNDS; round++) {
        if (round == 2) {
          receiver.answerNext(Signal.METRICS, 1, Answer.status(503));
        } else if (round == 3) {
          receiver.answerNext(Signal.METRICS, 1, Answer.status(400));
        }
        Load.drive(service, "GET", "/query?n=" + QUERIES_PER_REQUEST, REQUESTS_PER_ROUND, 200);
        Load.drive(service, "GET", "/hello", REQUESTS_PER_ROUND, 200);
        if (round < ROUNDS) {
          awaitExport();
        }
      }
    }
    int requests = ROUNDS * REQUESTS_PER_ROUND;
    assertThat(receiver.accepted(Signal.METRICS)).hasSizeGreaterThanOrEqualTo(3);
    assertThat(receiver.requests(Signal.METRICS))
        .extracting(r -> r.answer().status())
        .contains(503, 400);
    assertThat(receiver.sum(REQUESTS, Map.of("http.route", "/query"))).isEqualTo(requests);
    assertThat(receiver.sum(REQUESTS, Map.of("http.route", "/hello"))).isEqualTo(requests);
    assertThat(receiver.sum(REQUESTS, Map.of())).isEqualTo(2 * requests);
    assertThat(receiver.sum(QUERIES, select())).isEqualTo(requests * QUERIES_PER_REQUEST);
    assertThat(receiver.sum("http.server.active_requests", Map.of())).isZero();
    assertThat(receiver.sum("gnomon.agent.failures", Map.of())).isZero();
  }

  private static Map<String, String> select() {
    return Map.of("db.query.summary", "SELECT item", "db.system.name", "postgresql");
  }

  private void awaitExport() {
    int before = receiver.requests(Signal.METRICS).size();
    receiver.await(
        "one more export", PATIENCE, () -> receiver.requests(Signal.METRICS).size() > before);
  }

  @Test
  void addressAndDatabaseAreKnown() {
    try (Service service = tomcat().start()) {
      service.get("/query");
    }
    assertThat(receiver.series(QUERIES, select()))
        .singleElement()
        .satisfies(
            point ->
                assertThat(point.attributes())
                    .containsEntry("server.address", "127.0.0.1")
                    .containsEntry("server.port", String.valueOf(postgres.port()))
                    .hasEntrySatisfying(
                        "db.namespace", name -> assertThat(name).startsWith("postgres")));
  }

  @Test
  void aFailedQueryIsCountedWithItsState() {
    try (Service service = tomcat().start()) {
      Load.drive(service, "GET", "/failing-query", 7, 200);
    }
    assertThat(
            receiver.sum(
                QUERIES, Map.of("error.type", "42P01", "db.response.status_code", "42P01")))
        .isEqualTo(7);
  }

  @Test
  void aBatchIsOneOperation() {
    try (Service service = tomcat().start()) {
      Load.drive(service, "GET", "/batch?n=10", 6, 200);
    }
    assertThat(receiver.sum(QUERIES, Map.of("db.query.summary", "BATCH UPDATE item"))).isEqualTo(6);
    assertThat(receiver.sum(QUERIES, Map.of("db.query.summary", "UPDATE item"))).isZero();
  }

  @Test
  void transactionsTheirQueriesAndRowsAreCounted() {
    int rows = 20;
    int times = 3;
    try (Service service =
        tomcat()
            .set("gnomon.jdbc.fetch.enabled", "true")
            .set("gnomon.jdbc.large-result", "15")
            .set("gnomon.jdbc.n-plus-one.time", "off")
            .expect("WARN large result: SELECT item on postgresql .* gave more than 15 rows.*")
            .start()) {
      for (int i = 0; i < times; i++) {
        assertThat(service.get("/transaction?n=" + rows).body()).isEqualTo(rows + " read");
      }
    }
    Map<String, String> rollback = Map.of("gnomon.db.transaction.outcome", "rollback");
    assertThat(receiver.distribution("gnomon.db.transaction.queries", rollback))
        .satisfies(
            queries -> {
              assertThat(queries.count()).isEqualTo(times);
              assertThat(queries.sum()).isEqualTo(times * (rows + 1.0));
            });
    assertThat(receiver.distribution("gnomon.db.transaction.duration", rollback).count())
        .isEqualTo(times);
    assertThat(
            receiver.sum(
                "gnomon.db.transaction.operation.duration",
                Map.of("gnomon.db.transaction.operation", "rollback")))
        .isGreaterThanOrEqualTo(times);
    assertThat(receiver.distribution("db.client.response.returned_rows", select()))
        .satisfies(
            read -> {
              assertThat(read.count()).isEqualTo(times);
              assertThat(read.sum()).isEqualTo(times * rows);
              assertThat(read.max()).isEqualTo(rows);
            });
    assertThat(receiver.distribution("gnomon.db.fetch.duration", select()).count())
        .isEqualTo(times);
    assertThat(receiver.sum("gnomon.db.large_results", Map.of())).isEqualTo(times);
    assertThat(receiver.logs("gnomon.db.large_result"))
        .singleElement()
        .satisfies(
            record ->
                assertThat(record.attributes().get("code.stacktrace"))
                    .startsWith("com.example.app.Queries.count"));
    assertThat(receiver.sum("gnomon.agent.failures", Map.of())).isZero();
  }

  @Test
  void literalsFoldAndNeverLeave() {
    try (Service service = tomcat().start()) {
      Load.drive(service, "GET", "/literal?n=5", 10, 200);
    }
    assertThat(receiver.series(QUERIES, select())).hasSize(1);
    assertThat(receiver.sum(QUERIES, select())).isEqualTo(50);
    assertThat(receiver.requests(Signal.METRICS))
        .noneMatch(request -> request.message().toString().contains("secret-"));
  }

  @Test
  void slowQueriesAreFlagged() {
    int slow = 4;
    try (Service service =
        tomcat()
            .set("gnomon.jdbc.slow-query-threshold", "800ms")
            .expect("WARN slow query: SELECT.* on postgresql.*")
            .start()) {
      Load.drive(service, "GET", "/slow?ms=900", slow, 200);
      Load.drive(service, "GET", "/slow?ms=1", 20, 200);
      receiver.await(
          "the slow query's record",
          PATIENCE,
          () -> !receiver.logs("gnomon.db.slow_query").isEmpty());
      assertThat(service.agentLog()).anyMatch(line -> line.contains("SELECT pg_sleep(?)"));
    }
    assertThat(receiver.sum("gnomon.db.slow_queries", Map.of())).isEqualTo(slow);
    List<ReceivedLog> records = receiver.logs("gnomon.db.slow_query");
    assertThat(records).hasSize(1);
    assertThat(records.get(0).attributes())
        .containsEntry("db.query.text", "SELECT pg_sleep(?)")
        .containsEntry("http.route", "/slow")
        .hasEntrySatisfying(
            "code.stacktrace",
            stack -> assertThat(stack).startsWith("com.example.app.Queries$SlowReport.make"));
  }
}
