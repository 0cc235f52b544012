package io.gnomon.exporter.signals;

import io.gnomon.core.clock.Clock;
import io.gnomon.exporter.sender.Endpoint;
import io.gnomon.exporter.sender.Outcome;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One signal's way out: makes the endpoint when it is first needed, sends, tells what became of it,
 * and says when the next attempt is due. Used by the export thread alone.
 *
 * @param <T> what a batch consists of
 */
final class Lane<T> {

  /** How long an endpoint that does not know the signal is left alone. */
  static final long SLOW_RETRY_NANOS = TimeUnit.MINUTES.toNanos(5);

  private final EndpointMaker<T> maker;
  private final Health health;
  private final Clock clock;
  private final long retryNanos;
  private @Nullable Endpoint<T> endpoint;
  private long notBeforeNanos;
  private boolean held;

  /**
   * A lane that is open.
   *
   * @param maker of the endpoint
   * @param health told about every attempt
   * @param clock time
   * @param retryNanos how long the endpoint is left alone after a failure that may pass
   */
  Lane(EndpointMaker<T> maker, Health health, Clock clock, long retryNanos) {
    this.maker = maker;
    this.health = health;
    this.clock = clock;
    this.retryNanos = retryNanos;
  }

  /** Whether an attempt may be made now. */
  boolean isOpen() {
    return !held || clock.nanoTime() - notBeforeNanos >= 0;
  }

  /** Lets the next attempt be made at once. */
  void open() {
    held = false;
  }

  /**
   * Sends a batch.
   *
   * @return what became of it; null if there is no endpoint
   */
  @Nullable Outcome send(Collection<T> batch) {
    Endpoint<T> target = endpoint();
    if (target == null) {
      return null;
    }
    long start = clock.nanoTime();
    Outcome outcome = target.send(batch);
    health.sent(outcome, clock.nanoTime() - start);
    held = false;
    if (outcome.kind() == Outcome.Kind.NOT_SERVED) {
      hold(SLOW_RETRY_NANOS);
    } else if (outcome.kind() == Outcome.Kind.RETRY) {
      hold(Math.max(retryNanos, outcome.retryAfterNanos()));
    }
    return outcome;
  }

  /** Nothing is to be sent now. */
  void rest() {
    if (endpoint != null) {
      endpoint.rest();
    }
  }

  Health health() {
    return health;
  }

  void close() {
    if (endpoint != null) {
      endpoint.close();
    }
  }

  private @Nullable Endpoint<T> endpoint() {
    if (endpoint == null) {
      try {
        endpoint = maker.make();
      } catch (RuntimeException | LinkageError e) {
        health.unavailable(String.valueOf(e.getMessage()));
        hold(SLOW_RETRY_NANOS);
      }
    }
    return endpoint;
  }

  private void hold(long nanos) {
    held = true;
    notBeforeNanos = clock.nanoTime() + nanos;
  }
}
