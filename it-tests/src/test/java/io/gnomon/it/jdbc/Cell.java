package io.gnomon.it.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.otlpreceiver.MetricPoint;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One kind of statement by one driver through one pool.
 *
 * @param run of the driver and pool
 * @param kind of statement
 */
record Cell(Run run, StatementKind kind) {

  /** How it went. */
  enum Outcome {
    OK,
    ABSENT,
    FAILED
  }

  boolean isAbsent() {
    return run.driver().absent.contains(kind) || run.pool().absent.contains(kind);
  }

  /** For the tables. */
  Outcome outcome() {
    try {
      check();
      return isAbsent() ? Outcome.ABSENT : Outcome.OK;
    } catch (AssertionError failed) {
      return Outcome.FAILED;
    }
  }

  /**
   * What was run was counted, once, at the right place, and nothing else.
   *
   * @throws AssertionError if not
   */
  void check() {
    if (run.broken() != null) {
      throw new AssertionError("the service did not run", run.broken());
    }
    String told = run.told().getOrDefault(kind.id(), "not run");
    if (isAbsent()) {
      assertThat(told).matches("(ABSENT|UNSUPPORTED) .*");
      assertThat(counts().keySet()).allMatch(summary -> summary.startsWith("!"));
      assertThat(counts().values()).allMatch(count -> count == Run.ROUNDS);
    } else {
      assertThat(told).isEqualTo("DONE");
      assertThat(counts()).isEqualTo(kind.expected(Run.ROUNDS));
    }
    assertThat(series())
        .extracting(MetricPoint::attributes)
        .allSatisfy(each -> assertThat(each).containsAllEntriesOf(attributes()));
  }

  private Map<String, String> attributes() {
    Map<String, String> attributes = run.place().attributes(run.driver());
    if (kind.group == StatementKind.Group.CALL) {
      attributes.put("db.stored_procedure.name", "p_" + kind.id());
    }
    return attributes;
  }

  private Map<String, Double> counts() {
    Map<String, Double> counts = new TreeMap<>();
    for (MetricPoint point : series()) {
      boolean fails = point.attributes().containsKey("error.type");
      counts.merge((fails ? "!" : "") + summary(point), point.value(), Double::sum);
    }
    return counts;
  }

  private List<MetricPoint> series() {
    return run.operations().stream().filter(point -> kind.concerns(summary(point))).toList();
  }

  private static String summary(MetricPoint point) {
    return point.attributes().getOrDefault("db.query.summary", "");
  }
}
