package io.gnomon.core.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.core.attributes.AttributeSet;
import org.junit.jupiter.api.Test;

class EventQueueTest {

  private final EventQueue queue = new EventQueue();

  private static Event event(int number) {
    return new Event("test", number, "Test.", AttributeSet.EMPTY);
  }

  @Test
  void givesTheOldestFirstAndNotMoreThanAsked() {
    queue.offer(event(1));
    queue.offer(event(2));
    queue.offer(event(3));
    assertThat(queue.drain(2)).extracting(Event::epochNanos).containsExactly(1L, 2L);
    assertThat(queue.drain(2)).extracting(Event::epochNanos).containsExactly(3L);
    assertThat(queue.drain(2)).isEmpty();
  }

  @Test
  void dropsTheNewestWhenFullAndCountsIt() {
    for (int i = 0; i < EventQueue.CAPACITY; i++) {
      assertThat(queue.offer(event(i))).isTrue();
    }
    assertThat(queue.offer(event(-1))).isFalse();
    assertThat(queue.dropped()).isEqualTo(1);
    assertThat(queue.drain(Integer.MAX_VALUE)).hasSize(EventQueue.CAPACITY);
  }
}
