package io.gnomon.it.jdbc;

import io.gnomon.it.harness.Build;
import io.gnomon.it.harness.Container;
import io.gnomon.it.harness.Service;
import io.gnomon.it.harness.ServiceBuilder;
import io.gnomon.otlpreceiver.MetricPoint;
import io.gnomon.otlpreceiver.OtlpReceiver;
import java.io.File;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a service in a JVM of its own did and what arrived of it.
 *
 * @param driver by which
 * @param pool through which
 * @param place on which database
 * @param told what the service says of each kind: {@code DONE}, {@code ABSENT}, {@code UNSUPPORTED}
 *     or {@code FAILED}, and why
 * @param database product and version
 * @param operations the series of {@code db.client.operation.duration}
 * @param failures of the agent
 * @param broken why there is nothing of all this, or null
 */
record Run(
    JdbcDriver driver,
    JdbcPool pool,
    Place place,
    Map<String, String> told,
    String database,
    List<MetricPoint> operations,
    double failures,
    @Nullable Throwable broken) {

  /** How often each kind is run. */
  static final int ROUNDS = 7;

  private static final String CLASSES = "jdbc/target/classes";
  private static final String MAIN = "com.example.jdbc.JdbcMain";

  /** Runs all kinds. Never throws. */
  static Run of(JdbcDriver driver, JdbcPool pool, Place place) {
    try (OtlpReceiver receiver = OtlpReceiver.start()) {
      Map<String, String> told = new LinkedHashMap<>();
      String database;
      try (Service service = start(driver, pool, place, receiver)) {
        database = service.get("/versions").body();
        for (String line : service.get("/run?" + ROUNDS).body().split("\n")) {
          String[] words = line.split(" ", 2);
          told.put(words[0], words[1]);
        }
      }
      return new Run(
          driver,
          pool,
          place,
          told,
          database,
          receiver.series("db.client.operation.duration", Map.of()),
          receiver.sum("gnomon.agent.failures", Map.of()),
          null);
    } catch (IOException | RuntimeException | AssertionError broken) {
      return new Run(driver, pool, place, Map.of(), "?", List.of(), 0, broken);
    }
  }

  private static Service start(
      JdbcDriver driver, JdbcPool pool, Place place, OtlpReceiver receiver) {
    String classes = Build.services().resolve(CLASSES).toString();
    return ServiceBuilder.of(classes + File.pathSeparator + Container.classPath("jdbc"), MAIN)
        .exportingTo(receiver)
        .set("jdbc.url", place.url())
        .set("jdbc.user", place.user())
        .set("jdbc.password", place.password())
        .set("jdbc.pool", pool.id())
        .start();
  }

  /**
   * The series that should not be: of another system or place, or of a text that was not seen. What
   * pools and drivers ask on their own is not of a kind, but it was asked of this database.
   */
  List<MetricPoint> others() {
    return operations.stream().filter(this::isWrong).toList();
  }

  private boolean isWrong(MetricPoint point) {
    Map<String, String> attributes = point.attributes();
    Map<String, String> right = place.attributes(driver);
    boolean elsewhere =
        right.entrySet().stream()
            .anyMatch(
                each ->
                    !attributes
                        .getOrDefault(each.getKey(), each.getValue())
                        .equals(each.getValue()));
    // MySQL's driver asks for the parameters of a procedure with statements that no method made.
    boolean located = attributes.containsKey("db.namespace");
    boolean unseen = attributes.getOrDefault("db.query.summary", "").endsWith("unknown");
    return elsewhere || (located && unseen);
  }

  /** The version of an artifact on the service's class path. */
  static String version(String artifact) {
    for (String entry : Container.classPath("jdbc").split(File.pathSeparator)) {
      String name = new File(entry).getName();
      if (name.startsWith(artifact + "-")
          && Character.isDigit(name.charAt(artifact.length() + 1))) {
        return name.substring(artifact.length() + 1, name.length() - ".jar".length());
      }
    }
    throw new IllegalArgumentException(artifact);
  }

  Cell cell(StatementKind kind) {
    return new Cell(this, kind);
  }
}
