package io.gnomon.core.failures;

import io.gnomon.core.attributes.AttributeNames;
import io.gnomon.core.attributes.AttributeSet;
import io.gnomon.core.clock.Clock;
import io.gnomon.core.log.AgentLog;
import io.gnomon.core.metrics.Counter;
import io.gnomon.core.metrics.CounterFamily;
import io.gnomon.core.metrics.Instrument;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Failures of ours, counted by part ({@code jdbc}, {@code servlet}, {@code weaver}, {@code
 * exporter}, ...). Safe for any thread; never throws.
 */
public final class Failures {

  /** {@code gnomon.agent.failures}, by part. */
  public static final Instrument INSTRUMENT =
      Instrument.number(
          Instrument.Kind.COUNTER,
          "gnomon.agent.failures",
          "{failure}",
          "Failures of the agent itself, swallowed, by its part.");

  /** How many kinds (part and class) are told in the log. */
  static final int MAX_KINDS = 256;

  private final AgentLog log;
  private final CounterFamily counts;
  private final ConcurrentHashMap<String, Counter> byPart = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<String, Boolean> told = new ConcurrentHashMap<>();

  /**
   * A counter of failures that no registry exports.
   *
   * @param log where the first failure of a kind goes
   */
  public Failures(AgentLog log) {
    this(log, CounterFamily.detached(INSTRUMENT, Clock.SYSTEM));
  }

  /**
   * A counter of failures.
   *
   * @param log where the first failure of a kind goes
   * @param counts the series of {@link #INSTRUMENT}
   */
  public Failures(AgentLog log, CounterFamily counts) {
    this.log = log;
    this.counts = counts;
  }

  /**
   * Counts a failure; logs it if it is the first of its part and kind and no VirtualMachineError.
   *
   * @param part which part of the agent failed
   * @param failure what was thrown; its message is never shown, it may hold what must stay here
   */
  public void caught(String part, Throwable failure) {
    caught(part, "", failure);
  }

  /**
   * As {@link #caught(String, Throwable)}, with what it happened to.
   *
   * @param part which part of the agent failed
   * @param subject what could not be dealt with, as the name of a class; nothing secret
   * @param failure what was thrown
   */
  public void caught(String part, String subject, Throwable failure) {
    try {
      counter(part).add(1);
      if (!(failure instanceof VirtualMachineError)) {
        tellFirst(part, subject, failure);
      }
    } catch (Throwable alsoFailed) {
      // The application goes on; there is no safer place to tell it.
    }
  }

  /**
   * How many failures of a part there were.
   *
   * @param part which part
   * @return since start
   */
  public long count(String part) {
    return counter(part).sum();
  }

  private Counter counter(String part) {
    Counter counter = byPart.get(part);
    if (counter == null) {
      counter = counts.series(AttributeSet.builder().put(AttributeNames.AGENT_PART, part).build());
      byPart.put(part, counter);
    }
    return counter;
  }

  private void tellFirst(String part, String subject, Throwable failure) {
    String kind = part + ": " + failure.getClass().getName();
    if (told.size() < MAX_KINDS && told.putIfAbsent(kind, Boolean.TRUE) == null) {
      StackTraceElement[] stack = failure.getStackTrace();
      String place = stack.length == 0 ? "an unknown place" : stack[0].toString();
      log.warn(
          "failure of the agent in "
              + kind
              + " at "
              + place
              + (subject.isEmpty() ? "" : ", met with " + subject)
              + " (told once, then only counted)");
    }
  }
}
