package io.gnomon.core.request;

import org.jspecify.annotations.Nullable;

/**
 * Objects that wait to be used again by the thread that gave them back: a small stack. Belongs to
 * one thread; never allocates after construction. One that is taken stays known at its place, which
 * it mostly comes back to: writing a reference into an object as old as a thread costs a fence.
 */
public final class Spares {

  /** How many are kept; more are left to the garbage collector. */
  public static final int CAPACITY = 32;

  private final @Nullable Object[] stack = new Object[CAPACITY];
  private int size;

  /** Makes an empty stack. */
  Spares() {}

  /**
   * Takes the object that was given back last.
   *
   * @return null if there is none
   */
  public @Nullable Object take() {
    if (size == 0) {
      return null;
    }
    return stack[--size];
  }

  /**
   * Gives an object back that nobody uses any more.
   *
   * @param spare dropped if there is no room; holds nothing of the application's but, it may be, a
   *     short text
   */
  public void give(Object spare) {
    if (size < CAPACITY) {
      if (stack[size] != spare) {
        stack[size] = spare;
      }
      size++;
    }
  }
}
