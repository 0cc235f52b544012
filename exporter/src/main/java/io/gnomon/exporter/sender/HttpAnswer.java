package io.gnomon.exporter.sender;

import io.opentelemetry.sdk.common.export.HttpResponse;

/** An HTTP answer, its body bounded. Immutable. */
final class HttpAnswer implements HttpResponse {

  /** Stands for "the endpoint did not say". */
  static final long NO_RETRY_AFTER = 0;

  private final int status;
  private final String message;
  private final byte[] body;
  private final long retryAfterNanos;

  HttpAnswer(int status, String message, byte[] body, long retryAfterNanos) {
    this.status = status;
    this.message = message;
    this.body = body;
    this.retryAfterNanos = retryAfterNanos;
  }

  boolean isRetryable() {
    return status == 429 || (status >= 502 && status <= 504);
  }

  long retryAfterNanos() {
    return retryAfterNanos;
  }

  @Override
  public int getStatusCode() {
    return status;
  }

  @Override
  public String getStatusMessage() {
    return message;
  }

  @Override
  public byte[] getResponseBody() {
    return body;
  }
}
