package io.gnomon.jdbc.explain;

import io.gnomon.core.clock.Clock;
import io.gnomon.core.failures.Failures;
import io.gnomon.core.metrics.MetricSnapshot;
import io.gnomon.core.metrics.Metrics;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** One plan that was asked for, on the calling thread: what came of it. */
final class Asked {

  final @Nullable String plan;
  final String outcome;

  private Asked(@Nullable String plan, String outcome) {
    this.plan = plan;
    this.outcome = outcome;
  }

  static Asked about(String text, String systemName, DataSource source) {
    return about(text, systemName, new FixedOrigin(source, false));
  }

  static Asked about(String text, String systemName, ConnectionOrigin origin) {
    Metrics metrics = new Metrics(Clock.SYSTEM);
    List<@Nullable String> plans = new ArrayList<>();
    Failures failures = new Failures(new SilentLog());
    PlanDialect dialect = PlanDialect.of(systemName);
    new PlanTask(dialect, text, origin, plans::add, new Outcomes(metrics), failures).run();
    if (plans.size() != 1) {
      throw new AssertionError("told " + plans.size() + " times");
    }
    return new Asked(plans.get(0), failures.count("explain") > 0 ? "failure" : outcome(metrics));
  }

  /** The one outcome that was counted. */
  static String outcome(Metrics metrics) {
    for (MetricSnapshot snapshot : metrics.collect()) {
      if (snapshot.instrument().name().equals("gnomon.agent.explain.plans")) {
        return String.valueOf(
            snapshot.numbers().get(0).attributes().get("gnomon.agent.explain.outcome"));
      }
    }
    return "nothing counted";
  }

  @Override
  public String toString() {
    return outcome + ": " + plan;
  }
}
