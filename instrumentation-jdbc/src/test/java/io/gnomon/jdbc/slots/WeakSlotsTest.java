package io.gnomon.jdbc.slots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeakSlotsTest {

  private final WeakSlots slots = new WeakSlots();

  /** Equal to all of its kind, so that only identity can tell them apart. */
  private static final class Alike {
    @Override
    public boolean equals(Object other) {
      return other instanceof Alike;
    }

    @Override
    public int hashCode() {
      return 1;
    }
  }

  @Test
  void keepsTheLastValueOfEachObjectByIdentity() {
    Alike one = new Alike();
    Alike two = new Alike();
    slots.put(one, "a");
    slots.put(two, "b");
    slots.put(one, "c");

    assertThat(slots.get(one)).isEqualTo("c");
    assertThat(slots.get(two)).isEqualTo("b");
    assertThat(slots.get(new Alike())).isNull();
  }

  @Test
  void isBoundedAndForgetsSomeWhenFull() {
    List<Object> keys = new ArrayList<>();
    for (int i = 0; i < 3 * WeakSlots.CAPACITY; i++) {
      Object key = new Object();
      keys.add(key);
      slots.put(key, i);
      assertThat(slots.get(key)).isEqualTo(i);
    }

    long kept = keys.stream().filter(key -> slots.get(key) != null).count();
    assertThat(kept).isBetween(WeakSlots.CAPACITY / 2L, (long) WeakSlots.CAPACITY);
  }

  @Test
  void letsGoOfValuesWhoseObjectIsGone() {
    WeakReference<Object> value = leaveWithAnObjectThatGoes();
    await()
        .until(
            () -> {
              System.gc();
              slots.put(new Object(), "x");
              return value.get() == null;
            });
    assertThat(value.get()).isNull();
  }

  private WeakReference<Object> leaveWithAnObjectThatGoes() {
    Object value = new Object();
    slots.put(new Object(), value);
    return new WeakReference<>(value);
  }
}
