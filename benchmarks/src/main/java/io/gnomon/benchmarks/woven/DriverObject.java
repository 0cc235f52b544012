package io.gnomon.benchmarks.woven;

import io.gnomon.bootstrap.Slot;
import org.jspecify.annotations.Nullable;

/** A connection or a result as a driver's is once its class is woven. */
final class DriverObject implements Slot {

  private @Nullable Object slot;

  @Override
  public @Nullable Object gnomon$slot() {
    return slot;
  }

  @Override
  public void gnomon$slot(@Nullable Object value) {
    slot = value;
  }
}
