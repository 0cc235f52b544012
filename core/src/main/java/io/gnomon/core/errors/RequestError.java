package io.gnomon.core.errors;

import io.gnomon.core.attributes.AttributeNames;
import io.gnomon.core.attributes.AttributeSet;
import io.gnomon.core.events.Event;
import io.gnomon.core.findings.Words;
import io.gnomon.core.request.RequestRecord;
import org.jspecify.annotations.Nullable;

/** One request that failed, as an event and as a line of the log. Immutable. */
final class RequestError {

  /** The event's name. */
  static final String EVENT_NAME = "gnomon.request.error";

  private final String method;
  private final @Nullable String route;
  private final int status;
  private final String errorType;
  private final Thrown thrown;
  private final long heldBack;

  RequestError(RequestRecord record, String errorType, Thrown thrown, long heldBack) {
    this.method = record.method();
    this.route = record.route();
    this.status = record.status();
    this.errorType = errorType;
    this.thrown = thrown;
    this.heldBack = heldBack;
  }

  Event event(long epochNanos) {
    AttributeSet.Builder builder =
        AttributeSet.builder()
            .put(AttributeNames.HTTP_REQUEST_METHOD, method)
            .put(AttributeNames.HTTP_ROUTE, route)
            .put(AttributeNames.ERROR_TYPE, errorType)
            .put(AttributeNames.EXCEPTION_TYPE, thrown.type)
            .put(AttributeNames.EXCEPTION_MESSAGE, thrown.message)
            .put(AttributeNames.CODE_STACKTRACE, Words.stack(thrown.frames))
            .put(AttributeNames.HELD_BACK, heldBack);
    if (status != 0) {
      builder.put(AttributeNames.HTTP_RESPONSE_STATUS_CODE, status);
    }
    return new Event(EVENT_NAME, epochNanos, headline(), builder.build());
  }

  String line() {
    StringBuilder line = new StringBuilder(headline());
    if (heldBack > 0) {
      line.append(" (").append(heldBack).append(" more held back)");
    }
    if (!thrown.frames.isEmpty()) {
      line.append(", at ").append(thrown.frames.get(0));
    }
    if (thrown.message != null) {
      line.append(": ").append(thrown.message);
    }
    return Words.oneLine(line);
  }

  private String headline() {
    StringBuilder text = new StringBuilder("error: ").append(method);
    if (route != null) {
      text.append(' ').append(route);
    }
    text.append(status == 0 ? " was not answered" : " answered " + status);
    return Words.oneLine(thrown.type == null ? text : text.append(", ").append(errorType));
  }
}
