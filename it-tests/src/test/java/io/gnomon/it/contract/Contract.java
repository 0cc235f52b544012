package io.gnomon.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.it.harness.Service;
import io.gnomon.it.harness.ServiceBuilder;
import io.gnomon.otlpreceiver.Distribution;
import io.gnomon.otlpreceiver.MetricPoint;
import io.gnomon.otlpreceiver.OtlpReceiver;
import io.gnomon.otlpreceiver.Signal;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Holds the contract against one service: case by case, each waits until it is told as it has to
 * be. Belongs to one thread.
 */
public final class Contract {

  private static final String REQUESTS = "http.server.request.duration";
  private static final String ACTIVE = "http.server.active_requests";
  private static final String FAILURES = "gnomon.agent.failures";
  private static final String INTERVAL_MILLIS = "100";

  /** The first data arrive some five seconds after the first request. */
  private static final Duration PATIENCE = Duration.ofSeconds(12);

  private static final double MILLIS_PER_SECOND = 1e3;
  private static final double NANOS_PER_SECOND = 1e9;
  private static final double HISTOGRAM_ERROR = 0.02;

  private final Subject subject;
  private final Service service;
  private final OtlpReceiver receiver;
  private final Client client;
  private Map<String, Long> before = Map.of();
  private double failuresBefore;

  private Contract(Subject subject, Service service, OtlpReceiver receiver) {
    this.subject = subject;
    this.service = service;
    this.receiver = receiver;
    this.client = new Client(service, subject.contextPath(), receiver);
  }

  /**
   * Makes a service export as the contract needs it: often.
   *
   * @param builder of the service
   * @param receiver where to
   * @return the same builder
   */
  public static ServiceBuilder exporting(ServiceBuilder builder, OtlpReceiver receiver) {
    return builder.exportingTo(receiver).set("otel.metric.export.interval", INTERVAL_MILLIS);
  }

  /**
   * Runs all cases and stops the service.
   *
   * @param subject what it is
   * @param service started by {@link #exporting}, with the application's pages, not asked before
   * @param receiver where it exports to
   * @return how each case went
   */
  public static Report run(Subject subject, Service service, OtlpReceiver receiver) {
    Report report = new Report(subject);
    try (service) {
      Contract contract = new Contract(subject, service, receiver);
      for (Case each : Case.values()) {
        if (!subject.lacks(each)) {
          report.note(each, contract.failure(each));
        }
      }
      contract.service.stop();
      contract.nothingElse();
    } catch (Exception | AssertionError broken) {
      report.broken(broken);
    }
    return report;
  }

  private @Nullable Throwable failure(Case each) {
    try {
      receiver.clear();
      check(each);
      return null;
    } catch (Exception | AssertionError failure) {
      awaitAnotherExport();
      return failure;
    } finally {
      before = counts();
      failuresBefore = receiver.sum(FAILURES, Map.of());
    }
  }

  private void check(Case each) throws Exception {
    long startNanos = System.nanoTime();
    each.exchange.with(client);
    Map<String, Long> expected = expected(each);
    awaitQuietly(() -> news().equals(expected) && active() == 0);
    awaitAnotherExport();
    assertThat(news()).as("method, route, status, error.type").isEqualTo(expected);
    assertThat(active()).as("active requests").isZero();
    assertThat(receiver.sum(FAILURES, Map.of()))
        .as("failures of the agent")
        .isEqualTo(failuresBefore);
    durations(each, (System.nanoTime() - startNanos) / NANOS_PER_SECOND);
  }

  private void durations(Case each, double wholeSeconds) {
    if (each.atLeastMillis == 0) {
      return;
    }
    String route = subject.contextPath() + subject.shown(each).get(0).route();
    Distribution told = receiver.distribution(REQUESTS, Map.of("http.route", route));
    double atLeast = each.atLeastMillis / MILLIS_PER_SECOND * (1 - HISTOGRAM_ERROR);
    assertThat(told.min()).as("the shortest, in seconds").isGreaterThanOrEqualTo(atLeast);
    assertThat(told.max()).as("the longest, in seconds").isLessThanOrEqualTo(wholeSeconds);
  }

  private Map<String, Long> expected(Case each) {
    Map<String, Long> expected = new TreeMap<>();
    for (Shown shown : subject.shown(each)) {
      expected.merge(shown.key(subject.contextPath()), (long) shown.count(), Long::sum);
    }
    return expected;
  }

  /** What is not met is told by what is asserted after it. */
  private void awaitQuietly(BooleanSupplier condition) {
    try {
      receiver.await("the case", PATIENCE, condition);
    } catch (AssertionError notMet) {
      assertThat(receiver.accepted(Signal.METRICS)).as("exports since then").isNotEmpty();
    }
  }

  /** What is counted twice may be told a little later. */
  private void awaitAnotherExport() {
    int exports = receiver.accepted(Signal.METRICS).size();
    receiver.await(
        "another export", PATIENCE, () -> receiver.accepted(Signal.METRICS).size() > exports);
  }

  private void nothingElse() {
    assertThat(counts()).as("all that was told").isEqualTo(before);
    assertThat(active()).as("active requests").isZero();
    assertThat(receiver.sum(FAILURES, Map.of())).as("failures of the agent").isZero();
  }

  private double active() {
    return receiver.sum(ACTIVE, Map.of());
  }

  private Map<String, Long> news() {
    Map<String, Long> news = counts();
    before.forEach((key, count) -> news.merge(key, -count, Long::sum));
    news.values().removeIf(count -> count == 0);
    return news;
  }

  private Map<String, Long> counts() {
    Map<String, Long> counts = new TreeMap<>();
    for (MetricPoint point : receiver.series(REQUESTS, Map.of())) {
      counts.merge(Shown.key(point.attributes()), (long) point.value(), Long::sum);
    }
    return counts;
  }
}
