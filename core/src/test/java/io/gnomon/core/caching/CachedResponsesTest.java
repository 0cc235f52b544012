package io.gnomon.core.caching;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.core.Allocation;
import io.gnomon.core.attributes.AttributeSet;
import io.gnomon.core.clock.ManualClock;
import io.gnomon.core.metrics.Metrics;
import io.gnomon.core.metrics.NumberPoint;
import io.gnomon.core.metrics.Points;
import io.gnomon.core.request.RequestRecord;
import io.gnomon.core.request.RequestRecord.RouteSource;
import io.gnomon.core.request.Requests;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CachedResponsesTest {

  private static final String RESPONSES = "gnomon.http.cache.responses";

  private final ManualClock clock = new ManualClock();
  private final Metrics metrics = new Metrics(clock);
  private final Requests requests = new Requests(clock, metrics, new CachedResponses(metrics));

  private void answer(String route, int kind) {
    RequestRecord record = requests.start("GET", "http");
    record.route(route, RouteSource.SERVLET);
    record.cachingKind(kind);
    requests.end(record, record.generation(), 200, null);
  }

  private static AttributeSet attributes(
      String route, String outcome, String validator, String control) {
    return AttributeSet.builder()
        .put("http.route", route)
        .put("gnomon.http.cache.outcome", outcome)
        .put("gnomon.http.cache.validator", validator)
        .put("gnomon.http.cache.control", control)
        .build();
  }

  @Test
  void responsesAreCountedByRouteOutcomeValidatorAndControl() {
    answer("/a", CachingKind.of(200, false, false, false, CacheControl.ABSENT));
    answer("/a", CachingKind.of(200, false, false, false, CacheControl.ABSENT));
    answer("/a", CachingKind.of(200, true, true, false, CacheControl.PRIVATE));
    answer("/b", CachingKind.of(304, true, true, true, CacheControl.NO_STORE));
    answer("/b", CachingKind.NONE);
    assertThat(Points.numbers(metrics.collect(), RESPONSES)).hasSize(3);
    assertThat(counted(attributes("/a", "unconditional", "none", "absent"))).isEqualTo(2);
    assertThat(counted(attributes("/a", "full", "etag", "private"))).isEqualTo(1);
    assertThat(counted(attributes("/b", "not_modified", "both", "no-store"))).isEqualTo(1);
  }

  private double counted(AttributeSet attributes) {
    return Points.number(metrics.collect(), RESPONSES, attributes);
  }

  @Test
  void everyKindHasAttributesOfItsOwn() {
    Set<String> all = new HashSet<>();
    for (int kind = CachingKind.NONE + 1; kind < CachingKind.END; kind++) {
      all.add(
          CachingKind.outcome(kind)
              + ' '
              + CachingKind.validator(kind)
              + ' '
              + CachingKind.control(kind));
    }
    assertThat(all).hasSize(CachingKind.END - 1).contains("full last_modified public");
    assertThat(CachingKind.of(304, true, true, true, CacheControl.NO_STORE))
        .isEqualTo(CachingKind.END - 1);
  }

  @Test
  void onlyWhatACacheCouldKeepOrAskForIsLookedAt() {
    assertThat(CachingKind.isLookedAt("GET", 200)).isTrue();
    assertThat(CachingKind.isLookedAt("HEAD", 304)).isTrue();
    assertThat(CachingKind.isLookedAt("POST", 200)).isFalse();
    assertThat(CachingKind.isLookedAt("GET", 404)).isFalse();
  }

  @Test
  void tooManyRoutesGoToOverflowAndNoneIsLost() {
    int kind = CachingKind.of(200, false, true, false, CacheControl.PUBLIC);
    for (int i = 0; i < Metrics.MAX_SERIES + 10; i++) {
      answer("/" + i, kind);
    }
    AttributeSet overflow = AttributeSet.builder().put("otel.metric.overflow", true).build();
    assertThat(counted(overflow)).isEqualTo(10);
    assertThat(
            Points.numbers(metrics.collect(), RESPONSES).stream()
                .mapToDouble(NumberPoint::value)
                .sum())
        .isEqualTo(Metrics.MAX_SERIES + 10);
  }

  @Test
  void countingDoesNotAllocate() {
    int kind = CachingKind.of(200, true, true, false, CacheControl.PUBLIC);
    assertThat(Allocation.bytesOf(10_000, () -> answer("/a", kind))).isZero();
  }
}
