package io.gnomon.bootstrap;

import org.jspecify.annotations.Nullable;

/**
 * A field of ours on an object of the application's (a connection, a statement, a container's
 * request). The weaver adds the field and this interface when it weaves the class at its load.
 *
 * <p>Not thread-safe by itself: reads and writes are plain; what is put in must bear being
 * published by a data race (final fields alone, or readers that take each field once).
 */
public interface Slot {

  /**
   * What was last put into the slot.
   *
   * @return null until something was put in
   */
  @Nullable Object gnomon$slot();

  /**
   * Puts a value into the slot.
   *
   * @param value kept until replaced, or null to empty the slot
   */
  void gnomon$slot(@Nullable Object value);
}
