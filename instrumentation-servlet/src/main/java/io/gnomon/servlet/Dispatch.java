package io.gnomon.servlet;

import io.gnomon.core.attributes.AttributeSet;
import io.gnomon.core.spans.SpanKind;
import io.gnomon.core.spans.SpanSubject;

/** A dispatch within a request, as {@code forward} or {@code forward /shop/orders/*}. Immutable. */
final class Dispatch implements SpanSubject {

  private static final int MAX_NAME = 255;

  private final String name;
  private final int kind;
  private final boolean mapped;

  private Dispatch(String name, int kind, boolean mapped) {
    this.name = name.length() <= MAX_NAME ? name : name.substring(0, MAX_NAME);
    this.kind = kind;
    this.mapped = mapped;
  }

  /** One whose mapping is not known. */
  static Dispatch of(String word, int kind) {
    return new Dispatch(word, kind, false);
  }

  /** The same to a mapping. */
  Dispatch to(String route) {
    return new Dispatch(name + ' ' + route, kind, true);
  }

  int kind() {
    return kind;
  }

  boolean isMapped() {
    return mapped;
  }

  @Override
  public SpanKind spanKind() {
    return SpanKind.INTERNAL;
  }

  @Override
  public String spanName() {
    return name;
  }

  @Override
  public void describe(AttributeSet.Builder attributes) {
    // Its name says it all.
  }
}
