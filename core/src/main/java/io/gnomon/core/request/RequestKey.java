package io.gnomon.core.request;

import io.gnomon.core.attributes.AttributeNames;
import io.gnomon.core.attributes.AttributeSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What names a series of {@code http.server.request.duration}. One per thread is filled, looked up
 * and emptied again, so that a look-up does not allocate; {@link #copy()} is what a map keeps. Not
 * thread-safe while it is filled.
 */
final class RequestKey {

  private static final int HASH_FACTOR = 31;

  private int method;
  private int scheme;
  private int status;
  private @Nullable String route;
  private @Nullable String error;
  private @Nullable String protocolVersion;

  RequestKey fill(RequestRecord record, @Nullable String version) {
    method = record.methodIndex();
    scheme = record.schemeIndex();
    status = record.status();
    route = record.route();
    error = record.errorType();
    protocolVersion = version;
    return this;
  }

  /** Forgets the texts, some of which are the application's. */
  void clear() {
    route = null;
    error = null;
    protocolVersion = null;
  }

  RequestKey copy() {
    RequestKey copy = new RequestKey();
    copy.method = method;
    copy.scheme = scheme;
    copy.status = status;
    copy.route = route;
    copy.error = error;
    copy.protocolVersion = protocolVersion;
    return copy;
  }

  AttributeSet attributes() {
    AttributeSet.Builder builder =
        AttributeSet.builder()
            .put(AttributeNames.HTTP_REQUEST_METHOD, HttpNames.method(method))
            .put(AttributeNames.URL_SCHEME, HttpNames.scheme(scheme))
            .put(AttributeNames.HTTP_ROUTE, route)
            .put(AttributeNames.NETWORK_PROTOCOL_VERSION, protocolVersion)
            .put(AttributeNames.ERROR_TYPE, error);
    if (status != 0) {
      builder.put(AttributeNames.HTTP_RESPONSE_STATUS_CODE, status);
    }
    return builder.build();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof RequestKey)) {
      return false;
    }
    RequestKey that = (RequestKey) other;
    return method == that.method
        && scheme == that.scheme
        && status == that.status
        && Objects.equals(route, that.route)
        && Objects.equals(error, that.error)
        && Objects.equals(protocolVersion, that.protocolVersion);
  }

  @Override
  public int hashCode() {
    int hash = (method * HASH_FACTOR + scheme) * HASH_FACTOR + status;
    hash = hash * HASH_FACTOR + Objects.hashCode(route);
    hash = hash * HASH_FACTOR + Objects.hashCode(error);
    return hash * HASH_FACTOR + Objects.hashCode(protocolVersion);
  }
}
