package io.gnomon.exporter.sender;

import io.opentelemetry.sdk.common.export.GrpcResponse;
import io.opentelemetry.sdk.common.export.GrpcStatusCode;
import java.io.IOException;

/**
 * What the transport saw of the last batch: the SDK's exporters tell success or failure alone.
 * Written by the sender, on whatever thread it answers; read by the export thread.
 */
final class SendReport {

  private static final Outcome NO_ANSWER = Outcome.retry("no answer within the timeout", 0);

  private volatile Outcome last = NO_ANSWER;

  void reset() {
    last = NO_ANSWER;
  }

  boolean isUntouched() {
    return last == NO_ANSWER;
  }

  Outcome outcome() {
    return last;
  }

  /** HTTP answered; statuses as the OTLP specification reads them. */
  void http(HttpAnswer answer) {
    int status = answer.getStatusCode();
    String reason = "HTTP status " + status + detail(answer.getStatusMessage());
    if (status >= 200 && status < 300) {
      last = success(answer.getResponseBody());
    } else if (status == 404 || status == 405) {
      last = Outcome.notServed(reason);
    } else if (status == 429 || (status >= 502 && status <= 504)) {
      last = Outcome.retry(reason, answer.retryAfterNanos());
    } else if (status < 100) {
      last = Outcome.retry("the answer is not HTTP", 0);
    } else {
      last = Outcome.rejected(reason);
    }
  }

  /** gRPC answered. */
  void grpc(GrpcResponse response) {
    GrpcStatusCode code = response.getStatusCode();
    String reason = "gRPC status " + code + detail(response.getStatusDescription());
    switch (code) {
      case OK:
        last = success(response.getResponseMessage());
        break;
      case UNIMPLEMENTED:
        last = Outcome.notServed(reason);
        break;
      case CANCELLED:
      case DEADLINE_EXCEEDED:
      case RESOURCE_EXHAUSTED:
      case ABORTED:
      case OUT_OF_RANGE:
      case UNAVAILABLE:
      case DATA_LOSS:
        last = Outcome.retry(reason, 0);
        break;
      default:
        last = Outcome.rejected(reason);
        break;
    }
  }

  /** No answer. */
  void failed(Throwable failure) {
    if (failure instanceof IOException) {
      last = Outcome.retry(describe(failure), 0);
    } else {
      last = Outcome.rejected(describe(failure));
    }
  }

  static String describe(Throwable failure) {
    return failure.getClass().getSimpleName() + detail(String.valueOf(failure.getMessage()));
  }

  private static Outcome success(byte[] body) {
    Outcome outcome = PartialSuccess.read(body);
    return outcome == null ? Outcome.partial("the answer's body is not OTLP", 0) : outcome;
  }

  private static String detail(String text) {
    return text.isEmpty() ? "" : ": " + text;
  }
}
