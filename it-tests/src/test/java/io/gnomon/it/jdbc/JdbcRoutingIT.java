package io.gnomon.it.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.it.harness.Build;
import io.gnomon.it.harness.Container;
import io.gnomon.it.harness.Service;
import io.gnomon.it.harness.ServiceBuilder;
import io.gnomon.otlpreceiver.MetricPoint;
import io.gnomon.otlpreceiver.OtlpReceiver;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One logical statement, several physical ones: what is counted is the physical ones. */
class JdbcRoutingIT {

  private static final String MAIN = "com.example.routing.RoutingMain";
  private static final int ROUNDS = 7;

  /** By shard and summary; a row lives in the shard of its id's parity, and ids begin at 1. */
  private static final Map<String, Double> PHYSICAL =
      Map.ofEntries(
          Map.entry("shard0 SELECT r_query_of_all", 7.0),
          Map.entry("shard1 SELECT r_query_of_all", 7.0),
          Map.entry("shard1 SELECT r_query_of_one", 7.0),
          Map.entry("shard0 UPDATE r_update_of_all", 7.0),
          Map.entry("shard1 UPDATE r_update_of_all", 7.0),
          Map.entry("shard0 INSERT r_insert", 3.0),
          Map.entry("shard1 INSERT r_insert", 4.0),
          Map.entry("shard0 BATCH INSERT r_batch", 7.0),
          Map.entry("shard1 BATCH INSERT r_batch", 7.0));

  @ParameterizedTest
  @ValueSource(strings = {"hand", "hand-at-once", "sphere"})
  void exactlyThePhysicalStatementsAreCounted(String router) throws IOException {
    try (OtlpReceiver receiver = OtlpReceiver.start()) {
      String classes = Build.services().resolve("routing/target/classes").toString();
      try (Service service =
          ServiceBuilder.of(classes + File.pathSeparator + Container.classPath("routing"), MAIN)
              .exportingTo(receiver)
              .set("routing", router)
              // ShardingSphere keeps its own settings in a database, one query each.
              .set("gnomon.jdbc.n-plus-one.time", "1h")
              .start()) {
        assertThat(service.get("/run?" + ROUNDS).body()).isEmpty();
      }
      assertThat(ofTables(receiver)).isEqualTo(PHYSICAL);
      assertThat(receiver.sum("gnomon.agent.failures", Map.of())).isZero();
    }
  }

  private static Map<String, Double> ofTables(OtlpReceiver receiver) {
    List<MetricPoint> all = receiver.series("db.client.operation.duration", Map.of());
    Map<String, Double> counts = new TreeMap<>();
    for (MetricPoint point : all) {
      String summary = point.attributes().getOrDefault("db.query.summary", "");
      if (summary.contains(" r_") && !summary.startsWith("CREATE")) {
        counts.put(point.attributes().get("db.namespace") + " " + summary, point.value());
      }
    }
    return counts;
  }
}
