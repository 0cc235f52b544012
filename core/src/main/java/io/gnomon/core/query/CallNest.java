package io.gnomon.core.query;

/**
 * The JDBC calls that a thread is in, innermost last: decides which of them counts. A call counts
 * if no counted call ran inside it; within one driver the outermost counts and absorbs the nested
 * ones; a class is known as a wrapper once a call of another driver was counted inside it. Belongs
 * to one thread.
 */
public final class CallNest {

  /** Makes an empty nest. */
  public CallNest() {}
}
