package io.gnomon.core.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.core.spans.SpanRoom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;

class RecordPoolTest {

  private final RecordPool pool = new RecordPool(new LongAdder(), SpanRoom.none());

  @Test
  void theLastOneGivenIsTakenFirst() {
    RequestRecord one = pool.take();
    RequestRecord two = pool.take();
    assertThat(two).isNotSameAs(one);
    pool.give(one);
    pool.give(two);
    assertThat(pool.take()).isSameAs(two);
    assertThat(pool.take()).isSameAs(one);
  }

  @Test
  void pastItsBoundItMakesRecordsThatItDoesNotKeep() {
    List<RequestRecord> taken = new ArrayList<>();
    for (int i = 0; i < RecordPool.CAPACITY + 10; i++) {
      taken.add(pool.take());
    }
    taken.forEach(pool::give);
    Set<RequestRecord> again = Collections.newSetFromMap(new IdentityHashMap<>());
    for (int i = 0; i < RecordPool.CAPACITY; i++) {
      assertThat(again.add(pool.take())).isTrue();
    }
    assertThat(taken.subList(0, RecordPool.CAPACITY)).containsAll(again);
    assertThat(taken).doesNotContain(pool.take());
  }

  @Test
  void noRecordIsTakenTwiceAtATime() throws Exception {
    Set<RequestRecord> inUse = ConcurrentHashMap.newKeySet();
    AtomicInteger clashes = new AtomicInteger();
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < 4; t++) {
      Thread thread =
          new Thread(
              () -> {
                for (int i = 0; i < 100_000; i++) {
                  RequestRecord record = pool.take();
                  if (!inUse.add(record)) {
                    clashes.incrementAndGet();
                  }
                  inUse.remove(record);
                  pool.give(record);
                }
              });
      threads.add(thread);
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(clashes).hasValue(0);
  }
}
