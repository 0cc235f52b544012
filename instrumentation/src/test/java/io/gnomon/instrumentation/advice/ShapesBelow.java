package io.gnomon.instrumentation.advice;

/** Has a field that {@link Shapes} inherits. */
class ShapesBelow {

  protected final int below;

  ShapesBelow(int below) {
    this.below = below;
  }
}
