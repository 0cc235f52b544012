package io.gnomon.http;

import io.gnomon.core.attributes.AttributeNames;
import io.gnomon.core.attributes.AttributeSet;
import io.gnomon.core.clock.Clock;
import io.gnomon.core.metrics.Instrument;
import io.gnomon.core.metrics.Metrics;
import io.gnomon.core.metrics.Timing;
import io.gnomon.core.metrics.TimingCache;
import io.gnomon.core.metrics.TimingFamily;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code http.client.request.duration}, bounded as every histogram. Any thread. */
final class ClientSeries {

  /** With the boundaries that the conventions advise. */
  static final Instrument DURATION =
      Instrument.duration(
          "http.client.request.duration",
          "Duration of HTTP client requests.",
          Arrays.asList(
              0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1.0, 2.5, 5.0, 7.5, 10.0));

  private final TimingFamily family;
  private final TimingCache<Key, Timing> cache;

  ClientSeries(Clock clock, Metrics metrics) {
    this.family = metrics.timing(DURATION);
    this.cache = new TimingCache<>(clock);
  }

  /** Records a call's duration, and says in which series. */
  Timing record(
      OutgoingCall call,
      int status,
      @Nullable String error,
      @Nullable String version,
      long elapsedNanos) {
    Timing timing = timing(new Key(call.method(), call.target(), status, error, version));
    timing.record(elapsedNanos);
    return timing;
  }

  private Timing timing(Key key) {
    Timing known = cache.get(key);
    if (known != null) {
      return known;
    }
    if (!cache.hasRoom()) {
      return family.overflow(null);
    }
    Timing made = family.series(key.attributes());
    cache.put(key, made);
    return made;
  }

  private static final class Key {

    private final String method;
    private final Target target;
    private final int status;
    private final @Nullable String error;
    private final @Nullable String version;
    private final int hash;

    Key(
        String method,
        Target target,
        int status,
        @Nullable String error,
        @Nullable String version) {
      this.method = method;
      this.target = target;
      this.status = status;
      this.error = error;
      this.version = version;
      this.hash = 31 * (31 * target.host().hashCode() + target.port()) + status;
    }

    AttributeSet attributes() {
      AttributeSet.Builder builder = AttributeSet.builder();
      target.describe(builder);
      builder
          .put(AttributeNames.HTTP_REQUEST_METHOD, method)
          .put(AttributeNames.URL_SCHEME, target.scheme())
          .put(AttributeNames.NETWORK_PROTOCOL_VERSION, version)
          .put(AttributeNames.ERROR_TYPE, error);
      if (status != 0) {
        builder.put(AttributeNames.HTTP_RESPONSE_STATUS_CODE, status);
      }
      return builder.build();
    }

    @Override
    public boolean equals(@Nullable Object other) {
      if (!(other instanceof Key)) {
        return false;
      }
      Key that = (Key) other;
      return status == that.status
          && target.isSameServer(that.target)
          && target.scheme().equals(that.target.scheme())
          && method.equals(that.method)
          && Objects.equals(error, that.error)
          && Objects.equals(version, that.version);
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }
}
