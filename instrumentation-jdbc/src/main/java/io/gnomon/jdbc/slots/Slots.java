package io.gnomon.jdbc.slots;

import io.gnomon.bootstrap.Slot;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * What we left with an object: in its {@link Slot}, or in a bounded weak map if its class was
 * loaded before the agent came. A JDK proxy goes by the map whatever it implements: its slot would
 * be a call of the application's handler. Any thread, no lock; reading does not allocate.
 */
public final class Slots {

  private final WeakSlots withoutSlot = new WeakSlots();

  /** Nothing left anywhere. */
  public Slots() {}

  /**
   * What was left last.
   *
   * @param object of a driver's
   * @return null if nothing was left, or if it was forgotten
   */
  public @Nullable Object get(Object object) {
    return hasSlot(object) ? ((Slot) object).gnomon$slot() : withoutSlot.get(object);
  }

  /**
   * Leaves something.
   *
   * @param object of a driver's
   * @param value to be used by any thread, or null to leave nothing
   */
  public void put(Object object, @Nullable Object value) {
    if (hasSlot(object)) {
      ((Slot) object).gnomon$slot(value);
    } else {
      withoutSlot.put(object, value);
    }
  }

  /**
   * Whether leaving something with an object costs no more than writing a field.
   *
   * @param object of a driver's
   * @return false if it goes by the map
   */
  public static boolean hasSlot(Object object) {
    return object instanceof Slot && !(object instanceof Proxy);
  }
}
