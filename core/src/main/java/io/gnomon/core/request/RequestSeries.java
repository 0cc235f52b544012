package io.gnomon.core.request;

import io.gnomon.core.clock.Clock;
import io.gnomon.core.metrics.Instrument;
import io.gnomon.core.metrics.Metrics;
import io.gnomon.core.metrics.ThreadRing;
import io.gnomon.core.metrics.Timing;
import io.gnomon.core.metrics.TimingCache;
import io.gnomon.core.metrics.TimingFamily;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The histograms of requests that have ended: duration and sizes of both bodies, all by the same
 * attributes, found by one look-up. Safe for any thread; no allocation in steady state.
 */
final class RequestSeries {

  /** Powers of four from 64 bytes to 1 GiB; the conventions advise none. */
  private static final List<Double> BODY_BOUNDARIES =
      Arrays.asList(
          64.0,
          256.0,
          1_024.0,
          4_096.0,
          16_384.0,
          65_536.0,
          262_144.0,
          1_048_576.0,
          4_194_304.0,
          16_777_216.0,
          67_108_864.0,
          268_435_456.0,
          1_073_741_824.0);

  /** {@code http.server.request.body.size}. */
  static final Instrument RECEIVED =
      Instrument.count(
          "http.server.request.body.size",
          "By",
          "Size of HTTP server request bodies.",
          BODY_BOUNDARIES);

  /** {@code http.server.response.body.size}. */
  static final Instrument SENT =
      Instrument.count(
          "http.server.response.body.size",
          "By",
          "Size of HTTP server response bodies.",
          BODY_BOUNDARIES);

  private final TimingFamily durations;
  private final TimingFamily received;
  private final TimingFamily sent;
  private final TimingCache<RequestKey, Handles> cache;
  private final Handles overflow;

  RequestSeries(Clock clock, Metrics metrics) {
    durations = metrics.timing(Requests.DURATION);
    received = metrics.timing(RECEIVED);
    sent = metrics.timing(SENT);
    cache = new TimingCache<>(clock);
    overflow = new Handles(durations.overflow(null), received.overflow(null), sent.overflow(null));
  }

  /** Records a request whose duration and status are final. */
  void record(RequestRecord record, @Nullable String protocolVersion) {
    ThreadState thread = ThreadState.current();
    ThreadRing ring = thread.ring();
    Handles handles = handles(thread.requestKey(), record, protocolVersion);
    handles.duration.record(record.elapsedNanos(), ring);
    record.duration(handles.duration);
    BodySizes bodies = record.bodies();
    if (bodies.receivedBytes() > 0) {
      handles.received.record(bodies.receivedBytes(), ring);
    }
    if (bodies.sentBytes() >= 0) {
      boolean empty = HttpNames.hasNoBody(record.methodIndex(), record.status());
      handles.sent.record(empty ? 0 : bodies.sentBytes(), ring);
    }
  }

  private Handles handles(RequestKey key, RequestRecord record, @Nullable String protocolVersion) {
    try {
      key.fill(record, protocolVersion);
      Handles known = cache.get(key);
      return known != null ? known : newHandles(key);
    } finally {
      key.clear();
    }
  }

  private Handles newHandles(RequestKey key) {
    if (!cache.hasRoom()) {
      return overflow;
    }
    Handles handles =
        new Handles(
            durations.series(key.attributes()),
            received.series(key.attributes()),
            sent.series(key.attributes()));
    cache.put(key.copy(), handles);
    return handles;
  }

  private static final class Handles {

    final Timing duration;
    final Timing received;
    final Timing sent;

    Handles(Timing duration, Timing received, Timing sent) {
      this.duration = duration;
      this.received = received;
      this.sent = sent;
    }
  }
}
