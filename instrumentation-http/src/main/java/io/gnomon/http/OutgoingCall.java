package io.gnomon.http;

import io.gnomon.core.attributes.AttributeNames;
import io.gnomon.core.attributes.AttributeSet;
import io.gnomon.core.metrics.Timing;
import io.gnomon.core.request.HttpNames;
import io.gnomon.core.request.RequestRecord;
import io.gnomon.core.spans.Measured;
import io.gnomon.core.spans.SpanKind;
import io.gnomon.core.spans.SpanList;
import io.gnomon.core.spans.SpanSubject;
import io.gnomon.core.spans.TraceContext;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * One call, from its beginning to its end. Made for each: a call to another service costs so much
 * that some hundred bytes are nothing. Told of by one thread at a time, which hands it to the next
 * by the client's own synchronization.
 */
final class OutgoingCall implements SpanSubject, Measured {

  /** How many characters of a method are kept that is not a known one. */
  static final int MAX_METHOD = 64;

  private final Target target;
  private final @Nullable String path;
  private final @Nullable Origin origin;
  private final long startNanos;
  private String method = ClientCalls.OTHER;

  /** Null if the method is told as it is. */
  private @Nullable String originalMethod;

  private @Nullable OutgoingCall around;
  private @Nullable Reference<Object> connection;
  private long spanId;
  private int index = SpanList.ROOT;
  private boolean ended;
  private int status;
  private @Nullable String version;
  private @Nullable Timing timing;

  /**
   * A call.
   *
   * @param method as the client has it, or null
   * @param target where it goes
   * @param path bounded, or null
   * @param origin the request that it belongs to, or null
   * @param startNanos when it began
   */
  OutgoingCall(
      @Nullable String method,
      Target target,
      @Nullable String path,
      @Nullable Origin origin,
      long startNanos) {
    method(method);
    this.target = target;
    this.path = path;
    this.origin = origin;
    this.startNanos = startNanos;
  }

  Target target() {
    return target;
  }

  @Nullable Origin origin() {
    return origin;
  }

  long startNanos() {
    return startNanos;
  }

  String method() {
    return method;
  }

  /** Says what is sent, as the client has it. */
  void method(@Nullable String sent) {
    method = sent == null ? ClientCalls.OTHER : HttpNames.known(sent);
    originalMethod = method.equals(ClientCalls.OTHER) ? Target.bounded(sent, MAX_METHOD) : null;
  }

  /** The call that its thread is in besides, outside of this one. */
  @Nullable OutgoingCall around() {
    return around;
  }

  void around(@Nullable OutgoingCall outer) {
    around = outer;
  }

  /** Whether it is the call of a connection. */
  boolean isOf(Object other) {
    return connection != null && connection.get() == other;
  }

  /** Says whose call it is; does not keep it. */
  void of(Object its) {
    connection = new WeakReference<>(its);
  }

  /** Ends it; false if it had ended. */
  boolean end(int finalStatus) {
    boolean first = !ended;
    if (first) {
      ended = true;
      status = finalStatus;
    }
    return first;
  }

  /** Says by which protocol it was answered, and which series its duration was recorded in. */
  void answered(@Nullable String protocolVersion, Timing series) {
    version = protocolVersion;
    timing = series;
  }

  /** Opens its span, unless it is open; in a turn of the record. */
  void open(RequestRecord record, int parent) {
    if (spanId == 0) {
      spanId = TraceContext.newSpanId();
      index = record.spans().open(this, startNanos - record.startNanos(), parent, spanId);
    }
  }

  /** The span that downstream gets as its parent: the request's own if there is no room for one. */
  long parentOfDownstream(RequestRecord record) {
    return index < 0 ? record.trace().spanId() : spanId;
  }

  /** Closes its span; in a turn of the record. */
  void close(RequestRecord record, long elapsedNanos, @Nullable String error) {
    long endOffset = startNanos + elapsedNanos - record.startNanos();
    record.spans().close(index, endOffset, error, null);
  }

  @Override
  public @Nullable Timing timing(@Nullable String errorType, @Nullable String statusCode) {
    return timing;
  }

  @Override
  public SpanKind spanKind() {
    return SpanKind.CLIENT;
  }

  @Override
  public String spanName() {
    return method.equals(ClientCalls.OTHER) ? "HTTP" : method;
  }

  /** As {@code GET shop.example.com:8080}. */
  @Override
  public String shortText() {
    return spanName() + ' ' + target.host() + ':' + target.port();
  }

  @Override
  public boolean isCountedWith(SpanSubject other) {
    return other instanceof OutgoingCall
        && ((OutgoingCall) other).spanName().equals(spanName())
        && ((OutgoingCall) other).target.isSameServer(target);
  }

  @Override
  public void describe(AttributeSet.Builder attributes) {
    target.describe(attributes);
    attributes
        .put(AttributeNames.HTTP_REQUEST_METHOD, method)
        .put(AttributeNames.HTTP_REQUEST_METHOD_ORIGINAL, originalMethod)
        .put(AttributeNames.NETWORK_PROTOCOL_VERSION, version)
        .put(AttributeNames.URL_FULL, target.url(path));
    if (status != 0) {
      attributes.put(AttributeNames.HTTP_RESPONSE_STATUS_CODE, status);
    }
  }
}
