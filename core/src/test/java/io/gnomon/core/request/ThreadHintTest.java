package io.gnomon.core.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.core.clock.ManualClock;
import io.gnomon.core.metrics.Metrics;
import io.gnomon.core.spans.SpanRoom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A guess at the thread is taken only where it can't be wrong. */
class ThreadHintTest {

  private final Requests requests =
      new Requests(
          new ManualClock(),
          new Metrics(new ManualClock()),
          SpanRoom.of(SpanRoom.DEFAULT_SPANS),
          record -> {});

  @AfterEach
  void leave() {
    ThreadState.current().request(null);
  }

  private ThreadState inRequest() {
    ThreadState state = ThreadState.current();
    state.request(requests.start("GET", "http"));
    return state;
  }

  @Test
  void theThreadOfARequestIsFoundByItsHint() {
    ThreadState state = inRequest();

    assertThat(ThreadState.current(state.hint())).isSameAs(state);
    assertThat(ThreadState.current(null)).isSameAs(state);
  }

  @Test
  void anotherThreadsHintMeansNothing() throws InterruptedException {
    ThreadHint[] other = new ThreadHint[1];
    ThreadState[] kept = new ThreadState[1];
    Thread thread =
        new Thread(
            () -> {
              kept[0] = inRequest();
              other[0] = kept[0].hint();
            });
    thread.start();
    thread.join();

    assertThat(ThreadState.current(other[0])).isSameAs(ThreadState.current()).isNotSameAs(kept[0]);
  }

  @Test
  void aThreadThatLostItsThreadLocalsIsNotWhatItWas() throws ReflectiveOperationException {
    ThreadState before = inRequest();
    before.request(null);
    forgetThreadLocals();

    ThreadState now = inRequest();

    assertThat(now).isNotSameAs(before);
    assertThat(ThreadState.current(before.hint())).isSameAs(now);
  }

  /** As a thread of the common pool does after a task. */
  private static void forgetThreadLocals() throws ReflectiveOperationException {
    var current = ThreadState.class.getDeclaredField("CURRENT");
    current.setAccessible(true);
    ((ThreadLocal<?>) current.get(null)).remove();
  }
}
