package io.gnomon.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.it.harness.Heap;
import io.gnomon.it.harness.Load;
import io.gnomon.it.harness.Service;
import io.gnomon.it.harness.ServiceBuilder;
import io.gnomon.it.harness.StandaloneTomcat;
import io.gnomon.it.harness.TomcatManager;
import io.gnomon.otlpreceiver.OtlpReceiver;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A web application that is gone is collected, its classes, its driver and its pool with it. */
class RedeployIT {

  private static final String LOADER = "org.apache.catalina.loader.ParallelWebappClassLoader";
  private static final String USER = "it";
  private static final String SHOP = "/shop";

  /** Compiling a page takes longer than all else. */
  private static final int ONE_IN = 10;

  private static final int EACH = 4;
  private static final int QUERIES = 6;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Without the agent: that Tomcat and the application hold nothing themselves. */
  @ParameterizedTest
  @CsvSource({"9, 0, 10", "9, 1, 50"})
  void nothingHoldsAWebApplicationThatIsGone(String version, int agents, int times)
      throws IOException {
    StandaloneTomcat tomcat = StandaloneTomcat.of(version).managedBy(USER);
    try (OtlpReceiver receiver = OtlpReceiver.start()) {
      try (Service service = start(tomcat, agents, receiver)) {
        TomcatManager manager = new TomcatManager(service, USER);
        long before = Heap.reachable(service, LOADER);
        for (int i = 0; i < times; i++) {
          manager.deploy(SHOP, tomcat.applicationWar());
          use(service);
          if (i % ONE_IN == 0) {
            Load.drive(service, "GET", SHOP + "/page.jsp", EACH, 200);
          }
          if (i == 0) {
            assertThat(Heap.reachable(service, LOADER)).as("deployed").isEqualTo(before + 1);
          }
          manager.undeploy(SHOP);
        }
        Awaitility.await("all class loaders are collected")
            .atMost(PATIENCE)
            .untilAsserted(() -> assertThat(Heap.reachable(service, LOADER)).isEqualTo(before));
      }
      if (agents > 0) {
        checkThatAllWasSeen(receiver, times);
      }
    }
  }

  private static Service start(StandaloneTomcat tomcat, int agents, OtlpReceiver receiver) {
    return ServiceBuilder.of(tomcat)
        .agents(agents)
        .exportingTo(receiver)
        .set("gnomon.jdbc.slow-query-threshold", "20ms")
        .set("gnomon.jdbc.n-plus-one.count", String.valueOf(QUERIES))
        .set("gnomon.jdbc.n-plus-one.time", "0ms")
        .set("gnomon.jdbc.large-result", "10")
        .set("gnomon.jdbc.fetch.enabled", "true")
        .set("gnomon.errors.message", "true")
        .set("gnomon.budget.default.p99", "1ms")
        .set("gnomon.budget.default.error-rate", "1%")
        .set("gnomon.budget.default.queries", "2")
        .set("gnomon.jdbc.leak-threshold", "1ms")
        // What only a cache holds softly is let go at the next collection.
        .option("-XX:SoftRefLRUPolicyMSPerMB=0")
        .expect("WARN (slow query|N\\+1|large result|connection leak|budget|request failed).*")
        .start();
  }

  /** Every part of the agent has to do with this deployment. */
  private static void use(Service service) {
    Load.drive(service, "GET", SHOP + "/hello", EACH, 200);
    Load.drive(service, "GET", SHOP + "/forward", EACH, 200);
    Load.drive(service, "GET", SHOP + "/query?n=" + QUERIES, EACH, 200);
    Load.drive(service, "GET", SHOP + "/slow?ms=25", EACH, 200);
    Load.drive(service, "GET", SHOP + "/transaction?n=20", EACH, 200);
    Load.drive(service, "GET", SHOP + "/batch?n=3", EACH, 200);
    Load.drive(service, "GET", SHOP + "/failing-query", EACH, 200);
    Load.drive(service, "GET", SHOP + "/error", EACH, 500);
    Load.drive(service, "GET", SHOP + "/severe", EACH, 500);
    Load.drive(service, "GET", SHOP + "/senderror", EACH, 503);
    Load.drive(service, "GET", SHOP + "/async?ms=5", EACH, 200);
    Load.drive(service, "GET", SHOP + "/async-error?ms=5", EACH, 500);
    Load.drive(service, "GET", SHOP + "/nowhere", EACH, 404);
    // Hands over tasks that never run.
    Load.drive(service, "GET", SHOP + "/task-identity", EACH, 200);
  }

  private static void checkThatAllWasSeen(OtlpReceiver receiver, int times) {
    String requests = "http.server.request.duration";
    for (String page : new String[] {"/hello", "/query", "/error", "/async", "/async-error"}) {
      assertThat(receiver.sum(requests, Map.of("http.route", SHOP + page)))
          .as(page)
          .isEqualTo(times * EACH);
    }
    // The pages /query and /transaction.
    assertThat(
            receiver.sum("db.client.operation.duration", Map.of("db.query.summary", "SELECT item")))
        .isEqualTo(times * EACH * (QUERIES + 1));
    assertThat(receiver.sum("gnomon.db.slow_queries", Map.of("db.query.summary", "SELECT")))
        .isEqualTo(times * EACH);
    assertThat(receiver.sum("gnomon.db.n_plus_one", Map.of("db.query.summary", "SELECT item")))
        .as("only the request that makes the tables asks something else first")
        .isEqualTo(times);
    assertThat(receiver.sum("http.server.active_requests", Map.of())).isZero();
    assertThat(receiver.sum("gnomon.agent.failures", Map.of())).isZero();
  }
}
