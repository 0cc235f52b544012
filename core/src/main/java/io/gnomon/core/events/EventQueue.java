package io.gnomon.core.events;

import java.util.List;

/**
 * Events on their way to the exporter, bounded: when full the newest is dropped and counted. Any
 * thread may offer; one thread drains.
 */
public final class EventQueue {

  /** How many events wait at most. */
  public static final int CAPACITY = 2_048;

  /** Makes an empty queue. */
  public EventQueue() {
    throw new UnsupportedOperationException("contract only");
  }

  /**
   * Offers an event; never blocks.
   *
   * @param event what happened
   * @return false if it was dropped
   */
  public boolean offer(Event event) {
    throw new UnsupportedOperationException("contract only");
  }

  /**
   * Takes events out.
   *
   * @param max how many at most
   * @return what there is, oldest first
   */
  public List<Event> drain(int max) {
    throw new UnsupportedOperationException("contract only");
  }

  /**
   * How many were dropped because the queue was full.
   *
   * @return since start
   */
  public long dropped() {
    throw new UnsupportedOperationException("contract only");
  }
}
