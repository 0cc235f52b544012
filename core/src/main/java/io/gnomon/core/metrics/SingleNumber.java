package io.gnomon.core.metrics;

import io.gnomon.core.attributes.AttributeSet;
import java.util.function.LongSupplier;

/** An observer of one number without attributes. */
final class SingleNumber implements NumberObserver {

  private final LongSupplier value;

  SingleNumber(LongSupplier value) {
    this.value = value;
  }

  @Override
  public void observe(NumberSink sink) {
    sink.number(AttributeSet.EMPTY, value.getAsLong());
  }
}
