package io.gnomon.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.it.harness.Build;
import io.gnomon.it.harness.Container;
import io.gnomon.it.harness.Postgres;
import io.gnomon.it.harness.Service;
import io.gnomon.it.harness.ServiceBuilder;
import io.gnomon.otlpreceiver.OtlpReceiver;
import io.gnomon.otlpreceiver.ReceivedLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JDBC, Hibernate and Spring Data on a real PostgreSQL: which of their loops are N+1. */
class NPlusOneIT {

  private static final String EVENT = "gnomon.db.n_plus_one";
  private static final String SOURCES = "persistence/src/main/java/com/example/persistence/";
  private static final List<String> PAGES =
      List.of(
          "/jdbc/one-by-one",
          "/jdbc/writes",
          "/jdbc/connections",
          "/jdbc/few",
          "/jdbc/shapes",
          "/jdbc/batch",
          "/jdbc/alone",
          "/hibernate/lazy",
          "/hibernate/proxy",
          "/hibernate/fetch",
          "/hibernate/batch-size",
          "/spring/lazy",
          "/spring/finder",
          "/spring/fetch",
          "/job/one-by-one",
          "/job/messages",
          "/job/poll");

  private static Postgres postgres;
  private static OtlpReceiver all;

  /** Every page once, with a time that any runs reach: how fast the machine is decides nothing. */
  @BeforeAll
  static void showEveryPage() throws IOException {
    postgres = Postgres.start();
    all = OtlpReceiver.start();
    try (Service service =
        shop(all)
            .set("gnomon.jdbc.n-plus-one.time", "1ns")
            .set("gnomon.jdbc.slow-query-interval", "1ns")
            .expect("WARN N\\+1: .*")
            .start()) {
      show(service, PAGES);
    }
  }

  @AfterAll
  static void stop() {
    all.close();
    postgres.close();
  }

  private static ServiceBuilder shop(OtlpReceiver receiver) {
    return postgres.usedBy(
        ServiceBuilder.of(
                Container.classPath("persistence")
                    + ":"
                    + Build.services().resolve("persistence/target/classes"),
                "com.example.persistence.PersistenceMain")
            .exportingTo(receiver));
  }

  private static void show(Service service, List<String> pages) {
    for (String page : pages) {
      assertThat(service.get(page).statusCode()).as(page).isEqualTo(200);
    }
  }

  private static List<ReceivedLog> of(String route) {
    return all.logs(EVENT).stream()
        .filter(log -> route.equals(log.attributes().get("http.route")))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "/jdbc/one-by-one, SELECT item, 10, SELECT orders, 'JdbcPages.oneByOne', 'run(connection'",
    "/jdbc/writes, UPDATE orders, 10, SELECT orders, 'JdbcPages.writes', 'run(connection'",
    "/jdbc/connections, SELECT item, 10, SELECT orders, JdbcPages.aConnectionEach, run(connection",
    "/hibernate/lazy, select Item, 10, select orders, HibernatePages.lazy, items().size()",
    "/hibernate/proxy, select Product, 30, select Item, HibernatePages.proxies, getProduct()",
    "/spring/lazy, select Item, 10, select orders, SpringPages.lazy, items().stream()",
    "/spring/finder, select Product, 10, select orders, SpringPages.finder, findByName("
  })
  void aLoopOverTheRowsOfAnotherQueryIsFlaggedOnceWithItsLine(
      String route, String summary, String count, String parent, String method, String code)
      throws IOException {
    assertThat(of(route)).hasSize(1);
    Map<String, String> attributes = of(route).get(0).attributes();
    assertThat(attributes)
        .containsEntry("db.query.summary", summary)
        .containsEntry("gnomon.db.n_plus_one.count", count)
        .containsEntry("gnomon.db.n_plus_one.parent.summary", parent)
        .containsEntry("db.system.name", "postgresql")
        .containsEntry("server.port", String.valueOf(postgres.port()))
        .containsEntry("gnomon.held_back", "0")
        .containsKeys(
            "db.query.text",
            "gnomon.db.query.fingerprint",
            "gnomon.db.n_plus_one.duration_ms",
            "gnomon.db.n_plus_one.parent.text",
            "gnomon.db.n_plus_one.parent.fingerprint",
            "thread.name");
    assertCaller(attributes.get("code.stacktrace"), method, code);
  }

  /** The innermost frame that is not a helper of the page is the line that asks in the loop. */
  private static void assertCaller(String stack, String method, String code) throws IOException {
    String frame =
        stack
            .lines()
            .filter(line -> !line.startsWith("com.example.persistence.JdbcPages.run("))
            .findFirst()
            .orElseThrow();
    assertThat(frame).startsWith("com.example.persistence." + method + "(");
    String file = frame.substring(frame.indexOf('(') + 1, frame.indexOf(':'));
    int line = Integer.parseInt(frame.substring(frame.indexOf(':') + 1, frame.indexOf(')')));
    Path source = Build.services().resolve(SOURCES + file);
    assertThat(Files.readAllLines(source).get(line - 1)).contains(code);
    assertThat(stack).doesNotContain("org.hibernate", "org.springframework", "Proxy", "CGLIB");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/jdbc/few",
        "/jdbc/shapes",
        "/jdbc/batch",
        "/jdbc/alone",
        "/hibernate/fetch",
        "/hibernate/batch-size",
        "/spring/fetch"
      })
  void whatIsNoLoopOverRowsIsNotFlagged(String route) {
    assertThat(of(route)).isEmpty();
    assertThat(all.sum("http.server.request.duration", Map.of("http.route", route))).isEqualTo(1);
  }

  @Test
  void aJobOutsideRequestsIsFlagged() {
    assertThat(all.logs(EVENT))
        .filteredOn(log -> "job".equals(log.attributes().get("thread.name")))
        .isNotEmpty()
        .allSatisfy(
            log ->
                assertThat(log.attributes())
                    .containsEntry("db.query.summary", "SELECT item")
                    .containsEntry("gnomon.db.n_plus_one.parent.summary", "SELECT orders")
                    .doesNotContainKey("http.route")
                    .hasEntrySatisfying(
                        "code.stacktrace",
                        stack ->
                            assertThat(stack)
                                .contains("com.example.persistence.JobPages.oneByOne(")));
  }

  @Test
  void aLoopThatPollsIsNotFlagged() {
    assertThat(
            all.sum("db.client.operation.duration", Map.of("db.query.summary", "UPDATE product")))
        .isEqualTo(6);
    assertThat(all.logs(EVENT))
        .noneMatch(log -> log.attributes().get("code.stacktrace").contains("JobPages.poll"));
  }

  @Test
  void workOnConnectionAfterConnectionIsNotOneUnit() {
    assertThat(all.logs(EVENT))
        .noneMatch(log -> log.attributes().get("code.stacktrace").contains("JobPages.messages"));
  }

  @Test
  void theCounterCountsEveryFinding() {
    assertThat(all.sum(EVENT, Map.of())).isEqualTo(all.logs(EVENT).size());
    assertThat(all.sum("gnomon.agent.failures", Map.of())).isZero();
  }

  @Test
  void byDefaultFiveRunsOfFiftyMillisecondsAreFlaggedAndToldOncePerInterval() throws IOException {
    try (OtlpReceiver receiver = OtlpReceiver.start()) {
      try (Service service =
          shop(receiver)
              .set("gnomon.jdbc.slow-query-interval", "1h")
              .expect(
                  "WARN N\\+1: SELECT item on postgresql \\S+ ran 10 times in \\d+ ms after SELECT"
                      + " orders, in /jdbc/slow, at com.example.persistence.JdbcPages.run\\(.*\\):"
                      + " SELECT id, pg_sleep\\(\\?\\) FROM item WHERE id = \\?")
              .start()) {
        show(service, List.of("/jdbc/slow", "/jdbc/slow", "/jdbc/slow"));
      }
      assertThat(receiver.sum(EVENT, Map.of("db.query.summary", "SELECT item"))).isEqualTo(3);
      assertThat(receiver.logs(EVENT)).hasSize(1);
      assertThat(Long.parseLong(duration(receiver))).isGreaterThanOrEqualTo(100);
    }
  }

  private static String duration(OtlpReceiver receiver) {
    return receiver.logs(EVENT).get(0).attributes().get("gnomon.db.n_plus_one.duration_ms");
  }

  @Test
  void belowTheTimeNothingIsFlagged() throws IOException {
    try (OtlpReceiver receiver = OtlpReceiver.start()) {
      try (Service service = shop(receiver).set("gnomon.jdbc.n-plus-one.time", "1h").start()) {
        show(service, List.of("/jdbc/one-by-one", "/hibernate/lazy", "/spring/lazy"));
      }
      assertThat(receiver.sum("db.client.operation.duration", Map.of())).isGreaterThan(30);
      assertThat(receiver.sum(EVENT, Map.of())).isZero();
      assertThat(receiver.logs(EVENT)).isEmpty();
    }
  }
}
