package io.gnomon.core.traces;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SlowLimitTest {

  private static final long MILLI = 1_000_000L;
  private static final long SECOND = 1_000 * MILLI;
  private static final long HALF_PERCENT = 5_000_000L;

  private final SlowLimit limit = new SlowLimit(HALF_PERCENT, 0);

  private void count(int requests, long nanos) {
    for (int i = 0; i < requests; i++) {
      limit.count(nanos);
    }
  }

  @Test
  void everyDurationFallsIntoOneBucketThatIsNotWiderThanASixteenth() {
    long next = 0;
    for (int bucket = 0; SlowLimit.highest(bucket) < Long.MAX_VALUE; bucket++) {
      long highest = SlowLimit.highest(bucket);
      assertThat(SlowLimit.bucket(next)).isEqualTo(bucket);
      assertThat(SlowLimit.bucket(highest)).isEqualTo(bucket);
      if (next >= 2 * MILLI + MILLI / 5 && highest < 17 * SECOND) {
        assertThat(highest - next).isLessThanOrEqualTo(next / 16);
      }
      next = highest + 1;
    }
    assertThat(next).isGreaterThan(2_000 * SECOND);
    assertThat(SlowLimit.highest(SlowLimit.bucket(Long.MAX_VALUE))).isEqualTo(Long.MAX_VALUE);
    assertThat(SlowLimit.bucket(-5)).isZero();
  }

  @Test
  void aSecondIsSlowUntilThereAreEnough() {
    count(SlowLimit.MIN_REQUESTS - 1, 5 * MILLI);
    limit.compute(SECOND);
    assertThat(limit.nanos()).isEqualTo(SECOND);

    count(1, 5 * MILLI);
    assertThat(limit.nanos()).isEqualTo(SECOND);
    limit.compute(2 * SECOND);
    assertThat(limit.nanos()).isBetween(5 * MILLI, 5 * MILLI + 5 * MILLI / 16);
  }

  @Test
  void noMoreThanTheShareIsOverIt() {
    Random random = new Random(5);
    for (int round = 0; round < 50; round++) {
      SlowLimit each = new SlowLimit(HALF_PERCENT, 0);
      int requests = 200 + random.nextInt(2_000);
      long[] nanos = new long[requests];
      for (int i = 0; i < requests; i++) {
        nanos[i] = (long) (20 * MILLI * Math.exp(random.nextGaussian()));
        each.count(nanos[i]);
      }
      each.compute(SECOND);
      long over = 0;
      long overNextLower = 0;
      for (long one : nanos) {
        over += one > each.nanos() ? 1 : 0;
        overNextLower += one > each.nanos() - each.nanos() / 15 ? 1 : 0;
      }
      assertThat(over).isLessThanOrEqualTo(requests * 5L / 1_000);
      assertThat(overNextLower).isGreaterThan(requests * 5L / 1_000);
    }
  }

  @Test
  void ofRequestsThatTakeTheSameNoneIsSlow() {
    count(10_000, 123_456_789);
    limit.compute(SECOND);
    assertThat(limit.nanos()).isGreaterThanOrEqualTo(123_456_789);
  }

  @Test
  void theLimitFollowsTheLastMinutes() {
    count(100_000, 10 * MILLI);
    limit.compute(SECOND);
    assertThat(limit.nanos()).isLessThan(11 * MILLI);

    count(10_000, 100 * MILLI);
    limit.compute(2 * SECOND);
    assertThat(limit.nanos()).isGreaterThanOrEqualTo(100 * MILLI);

    for (int minute = 1; minute <= 10; minute++) {
      count(1_000, 20 * MILLI);
      limit.compute(minute * SlowLimit.HALVE_NANOS);
    }
    assertThat(limit.nanos()).isGreaterThanOrEqualTo(20 * MILLI).isLessThan(110 * MILLI);
    for (int minute = 11; minute <= 20; minute++) {
      count(1_000, 20 * MILLI);
      limit.compute(minute * SlowLimit.HALVE_NANOS);
    }
    assertThat(limit.nanos()).isBetween(20 * MILLI, 22 * MILLI);
  }

  @Test
  void halvingKeepsTheShareOfSeldomDurations() {
    count(9_900, 10 * MILLI);
    for (int i = 0; i < 100; i++) {
      count(1, (100 + 10 * i) * MILLI);
    }
    limit.compute(SECOND);
    long before = limit.nanos();
    count(1, 10 * MILLI);
    limit.compute(SlowLimit.HALVE_NANOS);
    assertThat(limit.nanos()).isBetween(before - before / 8, before + before / 8);
  }

  @Test
  void aRouteWithFewRequestsIsNotForgotten() {
    count(300, 50 * MILLI);
    limit.compute(SECOND);
    long before = limit.nanos();
    count(1, 50 * MILLI);
    limit.compute(100 * SlowLimit.HALVE_NANOS);
    assertThat(limit.nanos()).isEqualTo(before);
    assertThat(before).isLessThan(54 * MILLI);
  }

  @Test
  void aLongPauseCountsAsManyMinutes() {
    count(100_000, 200 * MILLI);
    limit.compute(SECOND);
    count(1_000, 10 * MILLI);
    limit.compute(30 * SlowLimit.HALVE_NANOS);
    count(60_000, 10 * MILLI);
    limit.compute(31 * SlowLimit.HALVE_NANOS);
    assertThat(limit.nanos()).isBetween(10 * MILLI, 210 * MILLI);
  }

  @Test
  void allAreSlowIfThatIsTheShareAndNoneOverAnHour() {
    SlowLimit every = new SlowLimit(1_000_000_000L, 0);
    for (int i = 0; i < 200; i++) {
      every.count(0);
    }
    every.compute(SECOND);
    assertThat(every.nanos()).isNegative();

    count(200, 5_000 * SECOND);
    limit.compute(SECOND);
    assertThat(limit.nanos()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void itsBucketsWeighLessThanAKilobyte() {
    int buckets = SlowLimit.bucket(Long.MAX_VALUE) + 1;
    assertThat(buckets * Integer.BYTES).isLessThan(950);
  }
}
