package io.gnomon.servlet.containers;

import io.gnomon.bootstrap.Probes;
import io.gnomon.core.attributes.AttributeSet;
import io.gnomon.core.caching.CachedResponses;
import io.gnomon.core.clock.Clock;
import io.gnomon.core.failures.Failures;
import io.gnomon.core.log.AgentLog;
import io.gnomon.core.metrics.HistogramPoint;
import io.gnomon.core.metrics.MetricSnapshot;
import io.gnomon.core.metrics.Metrics;
import io.gnomon.core.metrics.NumberPoint;
import io.gnomon.core.paths.PathPattern;
import io.gnomon.core.paths.PathPatterns;
import io.gnomon.core.propagation.PropagationSettings;
import io.gnomon.core.propagation.Propagator;
import io.gnomon.core.request.Requests;
import io.gnomon.servlet.ServletCalls;
import io.gnomon.servlet.ServletSettings;
import io.gnomon.servlet.carriers.Carriers;
import io.gnomon.servlet.carriers.FactSettings;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** What stands behind the probes in these tests: one for the JVM, since a probe takes but one. */
final class Agent {

  static final List<String> FAILURES = new CopyOnWriteArrayList<>();
  private static final List<String> REQUEST =
      List.of("http.request.method", "http.response.status_code", "http.route");
  private static final List<String> FAILED =
      List.of("http.request.method", "http.response.status_code", "http.route", "error.type");
  private static final List<String> CACHED =
      List.of(
          "http.route",
          "gnomon.http.cache.outcome",
          "gnomon.http.cache.validator",
          "gnomon.http.cache.control");
  private static final Metrics METRICS = new Metrics(Clock.SYSTEM);
  private static final Requests REQUESTS =
      new Requests(Clock.SYSTEM, METRICS, new CachedResponses(METRICS), Told::add);

  static {
    FactSettings facts = new FactSettings(FactSettings.Query.REDACTED, true);
    Failures failures = new Failures(new FailingLog());
    Probes.install(
        new ServletCalls(
            REQUESTS,
            METRICS,
            failures,
            new ServletSettings(
                new PathPatterns(List.of(PathPattern.of("/shop/quiet/**"))),
                true,
                true,
                true,
                facts),
            new Carriers(
                new PropagationSettings(
                    List.of(Propagator.B3, Propagator.TRACECONTEXT, Propagator.BAGGAGE)),
                facts,
                METRICS,
                failures)));
  }

  private Agent() {}

  static void installed() {
    // Being called is enough: the class is initialized.
  }

  static synchronized long active() {
    long active = 0;
    for (MetricSnapshot snapshot : METRICS.collect()) {
      if (snapshot.instrument() == Requests.ACTIVE) {
        for (NumberPoint point : snapshot.numbers()) {
          active += point.value();
        }
      }
    }
    return active;
  }

  /** Requests so far, by "method status route error", with a dash for what is not there. */
  static synchronized Map<String, Long> counts() {
    Map<String, Long> counts = new TreeMap<>();
    for (MetricSnapshot snapshot : METRICS.collect()) {
      if (snapshot.instrument() == Requests.DURATION) {
        for (HistogramPoint point : snapshot.histograms()) {
          counts.merge(key(point.attributes(), FAILED), point.count(), Long::sum);
        }
      }
    }
    return counts;
  }

  /** The sum of a histogram so far, by "method status route", with a dash for what is not there. */
  static synchronized Map<String, Long> sums(String metric) {
    Map<String, Long> sums = new TreeMap<>();
    for (MetricSnapshot snapshot : METRICS.collect()) {
      if (snapshot.instrument().name().equals(metric)) {
        for (HistogramPoint point : snapshot.histograms()) {
          sums.merge(key(point.attributes(), REQUEST), point.sum(), Long::sum);
        }
      }
    }
    return sums;
  }

  /** Responses so far, by "route outcome validator control", with a dash for what is not there. */
  static synchronized Map<String, Long> cached() {
    Map<String, Long> counts = new TreeMap<>();
    for (MetricSnapshot snapshot : METRICS.collect()) {
      if (snapshot.instrument() == CachedResponses.RESPONSES) {
        for (NumberPoint point : snapshot.numbers()) {
          counts.put(key(point.attributes(), CACHED), (long) point.value());
        }
      }
    }
    return counts;
  }

  private static String key(AttributeSet attributes, List<String> names) {
    StringBuilder key = new StringBuilder();
    for (String name : names) {
      Object value = attributes.get(name);
      key.append(key.isEmpty() ? "" : " ").append(value == null ? "-" : value);
    }
    return key.toString();
  }

  private static final class FailingLog implements AgentLog {

    @Override
    public void info(String line) {
      FAILURES.add(line);
    }

    @Override
    public void warn(String line) {
      FAILURES.add(line);
    }

    @Override
    public void debug(String line) {
      FAILURES.add(line);
    }
  }
}
