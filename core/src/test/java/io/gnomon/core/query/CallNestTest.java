package io.gnomon.core.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallNestTest {

  private final CallNest nest = new CallNest();
  private final List<Callee> counted = new ArrayList<>();

  private final Callee driver = new Callee("driver");
  private final Callee sameDriver = new Callee("driver");
  private final Callee pool = new Callee("pool");
  private final Callee proxy = new Callee("proxy");

  private void call(Callee callee, Runnable body) {
    int token = callee.isWrapper() ? 0 : nest.enter(callee);
    try {
      body.run();
    } finally {
      if (token > 0 && nest.exit(token)) {
        counted.add(callee);
      }
    }
  }

  private void call(Callee callee) {
    call(callee, () -> {});
  }

  @Test
  void aCallAloneCounts() {
    call(driver);
    call(driver);

    assertThat(counted).containsExactly(driver, driver);
    assertThat(driver.isWrapper()).isFalse();
  }

  @Test
  void withinOneDriverTheOutermostCounts() {
    call(driver, () -> call(sameDriver, () -> call(driver)));

    assertThat(counted).containsExactly(driver);
    assertThat(driver.isWrapper()).isFalse();
    assertThat(sameDriver.isWrapper()).isFalse();
  }

  @Test
  void aWrapperNeverCountsAndIsKnownAfterItsFirstCall() {
    call(pool, () -> call(driver));
    assertThat(counted).containsExactly(driver);
    assertThat(pool.isWrapper()).isTrue();
    assertThat(driver.isWrapper()).isFalse();

    call(pool, () -> call(driver));
    assertThat(counted).containsExactly(driver, driver);
  }

  @Test
  void severalWrappersAreAllKnownAfterOneCall() {
    call(proxy, () -> call(pool, () -> call(driver, () -> call(sameDriver))));

    assertThat(counted).containsExactly(driver);
    assertThat(proxy.isWrapper()).isTrue();
    assertThat(pool.isWrapper()).isTrue();
  }

  @Test
  void oneLogicalCallThatRoutesToSeveralPhysicalOnesCountsEachOfThem() {
    call(
        pool,
        () -> {
          call(driver);
          call(new Callee("another driver"));
        });

    assertThat(counted).hasSize(2).doesNotContain(pool);
  }

  @Test
  void aWrapperThatAnswersByItselfCountsUntilItIsKnown() {
    call(pool);

    assertThat(counted).containsExactly(pool);
    assertThat(pool.isWrapper()).isFalse();
  }

  @Test
  void aDriverInsideItselfThroughAWrapperIsNoWrapper() {
    call(driver, () -> call(pool, () -> call(sameDriver)));

    assertThat(counted).containsExactly(sameDriver);
    assertThat(pool.isWrapper()).isTrue();
    assertThat(driver.isWrapper()).isFalse();
  }

  @Test
  void aFailingInnerCallCountsAndItsWrapperDoesNot() {
    try {
      call(
          pool,
          () ->
              call(
                  driver,
                  () -> {
                    throw new IllegalStateException("inner");
                  }));
    } catch (IllegalStateException expected) {
      assertThat(expected).hasMessage("inner");
    }

    assertThat(counted).containsExactly(driver);
    assertThat(pool.isWrapper()).isTrue();
  }

  @Test
  void aMissingExitIsForgottenWhenTheCallAroundItExits() {
    int outer = nest.enter(pool);
    assertThat(nest.enter(driver)).isEqualTo(2);

    assertThat(nest.exit(outer)).isTrue();
    assertThat(nest.enter(driver)).isEqualTo(1);
  }

  @Test
  void aMissingExitOfTheOutermostCallIsForgottenAfterAWhile() {
    nest.started(nest.enter(driver), 1_000L);

    assertThat(nest.enter(driver)).isZero();
    assertThat(nest.clearIfStale(1_000L + CallNest.STALE_NANOS)).isFalse();
    assertThat(nest.clearIfStale(1_001L + CallNest.STALE_NANOS)).isTrue();
    assertThat(nest.enter(driver)).isEqualTo(1);
  }

  @Test
  void afterClearingATokenCountsNothing() {
    int token = nest.enter(driver);
    nest.clear();

    assertThat(nest.exit(token)).isFalse();
    assertThat(nest.clearIfStale(Long.MAX_VALUE)).isFalse();
  }

  @Test
  void theDepthIsBounded() {
    for (int i = 1; i <= CallNest.MAX_DEPTH; i++) {
      assertThat(nest.enter(new Callee(i))).isEqualTo(i);
    }
    assertThat(nest.enter(new Callee("one more"))).isEqualTo(-1);
    assertThat(nest.exit(CallNest.MAX_DEPTH)).isTrue();
    assertThat(nest.exit(1)).isFalse();
    assertThat(nest.enter(driver)).isEqualTo(1);
  }

  @Test
  void keepsTheStartOfEachCall() {
    int outer = nest.enter(pool);
    nest.started(outer, 5L);
    int inner = nest.enter(driver);
    nest.started(inner, 7L);

    assertThat(nest.startNanos(inner)).isEqualTo(7L);
    assertThat(nest.startNanos(outer)).isEqualTo(5L);
  }

  @Test
  void inAMutedNestNoCallCounts() {
    CallNest muted = new CallNest();
    muted.mute();
    assertThat(muted.enter(new Callee("driver"))).isZero();
    muted.clear();
    assertThat(muted.clearIfStale(Long.MAX_VALUE)).isFalse();
    assertThat(muted.enter(new Callee("driver"))).isZero();
    assertThat(muted.isMuted()).isTrue();
  }
}
