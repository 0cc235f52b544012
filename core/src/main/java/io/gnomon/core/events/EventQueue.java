package io.gnomon.core.events;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.LongAdder;

/**
 * Events on their way to the exporter, bounded: when full the newest is dropped and counted. Any
 * thread may offer; one thread drains. Events are rare, so a short lock guards the queue.
 */
public final class EventQueue {

  /** How many events wait at most. */
  public static final int CAPACITY = 2_048;

  private final ArrayBlockingQueue<Event> queue = new ArrayBlockingQueue<>(CAPACITY);
  private final LongAdder dropped = new LongAdder();

  /** Makes an empty queue. */
  public EventQueue() {}

  /**
   * Offers an event; never waits for room.
   *
   * @param event what happened
   * @return false if it was dropped
   */
  public boolean offer(Event event) {
    boolean taken = queue.offer(event);
    if (!taken) {
      dropped.increment();
    }
    return taken;
  }

  /**
   * Takes events out.
   *
   * @param max how many at most
   * @return what there is, oldest first
   */
  public List<Event> drain(int max) {
    List<Event> events = new ArrayList<>();
    queue.drainTo(events, max);
    return events;
  }

  /**
   * How many were dropped because the queue was full.
   *
   * @return since start
   */
  public long dropped() {
    return dropped.sum();
  }
}
