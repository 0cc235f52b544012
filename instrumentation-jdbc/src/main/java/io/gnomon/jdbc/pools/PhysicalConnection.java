package io.gnomon.jdbc.pools;

/** What is kept of a driver's connection, to be told which pool made it. */
public interface PhysicalConnection {

  /**
   * When it was there.
   *
   * @return monotonic nanoseconds
   */
  long connectedNanos();

  /**
   * A pool made it. Called at most once, by the thread that made it.
   *
   * @param maker tells which pool, as soon as that is known
   */
  void madeBy(Maker maker);
}
