package io.gnomon.exporter;

import io.gnomon.core.clock.Clock;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that moves when told. */
public final class FakeClock implements Clock {

  private final AtomicLong nanos = new AtomicLong(1_000);

  @Override
  public long nanoTime() {
    return nanos.get();
  }

  @Override
  public long epochNanos() {
    return 1_700_000_000_000_000_000L + nanos.get();
  }

  public void advance(long byNanos) {
    nanos.addAndGet(byNanos);
  }
}
