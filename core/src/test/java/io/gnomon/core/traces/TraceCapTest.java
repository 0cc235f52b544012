package io.gnomon.core.traces;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.core.clock.ManualClock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceCapTest {

  private static final long SECOND = 1_000_000_000L;
  private static final int CAP = 20;
  private static final int BEHIND_FIRST = CAP - 2;
  private static final int FIRST = TraceCap.FIRST;
  private static final int SECOND_CLASS = 1;
  private static final int THIRD = 2;

  private final ManualClock clock = new ManualClock();
  private final TraceCap cap = new TraceCap(CAP, clock);
  private final RouteShare one = cap.newShare();
  private final RouteShare two = cap.newShare();

  private int admitted(int kind, RouteShare route, int times) {
    int admitted = 0;
    for (int i = 0; i < times; i++) {
      admitted += cap.admit(kind, route) ? 1 : 0;
    }
    return admitted;
  }

  @Test
  void withoutScarcityFirstComeFirstServed() {
    assertThat(admitted(FIRST, one, 12)).isEqualTo(12);
    assertThat(admitted(THIRD, two, 8)).isEqualTo(8);
    clock.advance(SECOND);
    assertThat(admitted(THIRD, two, 8)).isEqualTo(8);
    assertThat(admitted(FIRST, one, 12)).isEqualTo(12);
    assertThat(admitted(FIRST, one, 1)).isZero();
  }

  @Test
  void aRouteThatFailsOnceIsKeptBesideOneThatFailsAThousandTimes() {
    admitted(FIRST, one, 1_000);
    for (int second = 0; second < 10; second++) {
      clock.advance(SECOND);
      assertThat(admitted(FIRST, one, 999)).isBetween(CAP - 3, CAP - 1);
      assertThat(admitted(FIRST, two, 1)).isEqualTo(1);
    }
  }

  @Test
  void aRouteThatNeverFailedBeforeIsKeptToo() {
    for (int second = 0; second < 5; second++) {
      admitted(FIRST, one, 1_000);
      clock.advance(SECOND);
    }
    admitted(FIRST, one, 1_000);
    assertThat(admitted(FIRST, two, 1)).isEqualTo(1);
    assertThat(admitted(FIRST, cap.newShare(), 1)).isEqualTo(1);
  }

  @Test
  void aRouteAloneGetsTheWholeCap() {
    for (int second = 0; second < 5; second++) {
      int admitted = 0;
      for (int i = 0; i < 1_000; i++) {
        admitted += admitted(FIRST, one, 1);
        clock.advance(SECOND / 1_000);
      }
      assertThat(admitted).isEqualTo(CAP);
    }
  }

  @Test
  void routesThatAskForMuchGetTheSame() {
    RouteShare[] routes = {one, two, cap.newShare()};
    for (int i = 0; i < 3; i++) {
      admitted(FIRST, routes[i], 1_000 * (i + 1));
    }
    clock.advance(SECOND);
    int sum = 0;
    for (RouteShare route : routes) {
      int admitted = admitted(FIRST, route, 1_000);
      assertThat(admitted).isBetween(6, 7);
      sum += admitted;
    }
    assertThat(sum).isEqualTo(CAP - 2);
  }

  @Test
  void moreRoutesThanTheCapGetOneEachAtMost() {
    RouteShare[] routes = new RouteShare[100];
    Arrays.setAll(routes, i -> cap.newShare());
    for (int second = 0; second < 3; second++) {
      List<Integer> admitted = new ArrayList<>();
      for (RouteShare route : routes) {
        admitted.add(admitted(FIRST, route, 5));
      }
      if (second > 0) {
        assertThat(admitted).allMatch(each -> each <= 1);
        assertThat(admitted.stream().mapToInt(each -> each).sum()).isEqualTo(CAP - 2);
      }
      clock.advance(SECOND);
    }
  }

  @Test
  void aClassGetsWhatThoseBeforeItLeave() {
    for (int second = 0; second < 3; second++) {
      int third = admitted(THIRD, one, 100);
      int other = admitted(SECOND_CLASS, two, 6);
      int first = admitted(FIRST, one, 10);
      if (second > 0) {
        assertThat(first).isEqualTo(10);
        assertThat(other).isEqualTo(6);
        assertThat(third).isBetween(3, 4);
      }
      clock.advance(SECOND);
    }
  }

  @Test
  void theFirstClassLeavesNothingIfItNeedsAll() {
    admitted(FIRST, one, 50);
    clock.advance(SECOND);
    assertThat(admitted(THIRD, two, 50)).isZero();
    assertThat(admitted(SECOND_CLASS, two, 50)).isZero();
    clock.advance(SECOND);
    assertThat(admitted(SECOND_CLASS, two, 50)).isEqualTo(BEHIND_FIRST - 2);
  }

  @Test
  void aClassWithTooMuchLeavesAReserveToOneBeforeIt() {
    admitted(THIRD, one, 100);
    clock.advance(SECOND);
    assertThat(admitted(THIRD, one, 100)).isEqualTo(BEHIND_FIRST - 2);
    assertThat(admitted(SECOND_CLASS, two, 1)).isEqualTo(1);
  }

  @Test
  void anErrorAtTheEndOfASecondIsKeptAfterFloodsOfTheOtherClasses() {
    for (int second = 0; second < 5; second++) {
      int others = 0;
      for (int milli = 0; milli < 990; milli++) {
        others += admitted(SECOND_CLASS, one, 1) + admitted(THIRD, two, 1);
        clock.advance(SECOND / 1_000);
      }
      assertThat(others).isBetween(BEHIND_FIRST - 2, BEHIND_FIRST);
      assertThat(admitted(FIRST, cap.newShare(), 2)).isEqualTo(2);
      assertThat(admitted(THIRD, two, 10)).isZero();
      clock.advance(SECOND / 100);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 7, 8, 100})
  void aPartOfAnyCapIsForTheFirstClass(int of) {
    TraceCap some = new TraceCap(of, clock);
    RouteShare route = some.newShare();
    for (int second = 0; second < 3; second++) {
      for (int i = 0; i < 1_000; i++) {
        some.admit(1 + i % 2, route);
        clock.advance(SECOND / 1_000 - 1);
      }
      int first = 0;
      for (int i = 0; i < 1_000; i++) {
        first += some.admit(FIRST, route) ? 1 : 0;
      }
      assertThat(first).isGreaterThanOrEqualTo(Math.max(1, of / 8));
      clock.advance(1_000);
    }
  }

  @Test
  void aSecondWithoutRequestsEndsScarcity() {
    admitted(FIRST, one, 1_000);
    clock.advance(2 * SECOND);
    assertThat(admitted(FIRST, one, 1_000)).isEqualTo(CAP);
  }

  @Test
  void aCapOfOneIsKept() {
    TraceCap single = new TraceCap(1, clock);
    RouteShare route = single.newShare();
    for (int second = 0; second < 5; second++) {
      int admitted = 0;
      for (int i = 0; i < 10; i++) {
        admitted += single.admit(i % TraceCap.CLASSES, route) ? 1 : 0;
      }
      assertThat(admitted).isEqualTo(1);
      clock.advance(SECOND);
    }
  }

  @Test
  void theCapIsNeverExceededWhateverIsAskedFor() {
    Random random = new Random(7);
    RouteShare[] routes = new RouteShare[30];
    Arrays.setAll(routes, i -> cap.newShare());
    for (int second = 0; second < 500; second++) {
      int admitted = 0;
      int asked = random.nextInt(random.nextBoolean() ? 30 : 300);
      int few = 1 + random.nextInt(routes.length);
      long passed = 0;
      for (int i = 0; i < asked; i++) {
        admitted += admitted(random.nextInt(3), routes[random.nextInt(few)], 1);
        long step = random.nextInt((int) (SECOND / 400));
        passed += step;
        clock.advance(step);
      }
      assertThat(admitted).isLessThanOrEqualTo(CAP);
      clock.advance(SECOND - passed);
    }
  }

  @Test
  void manyThreadsDoNotExceedIt() throws InterruptedException {
    int seconds = 50;
    AtomicIntegerArray admitted = new AtomicIntegerArray(seconds);
    AtomicInteger asked = new AtomicInteger();
    for (int second = 0; second < seconds; second++) {
      int now = second;
      CountDownLatch done = new CountDownLatch(4);
      for (int i = 0; i < 4; i++) {
        RouteShare route = i % 2 == 0 ? one : two;
        int kind = i % TraceCap.CLASSES;
        new Thread(
                () -> {
                  admitted.addAndGet(now, admitted(kind, route, 200));
                  asked.addAndGet(200);
                  done.countDown();
                })
            .start();
      }
      done.await();
      clock.advance(SECOND);
    }
    for (int second = 0; second < seconds; second++) {
      assertThat(admitted.get(second)).isBetween(1, CAP);
    }
    assertThat(asked.get()).isEqualTo(seconds * 800);
  }
}
