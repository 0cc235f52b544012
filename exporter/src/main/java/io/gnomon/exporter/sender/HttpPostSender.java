package io.gnomon.exporter.sender;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.Compressor;
import io.opentelemetry.sdk.common.export.HttpResponse;
import io.opentelemetry.sdk.common.export.HttpSender;
import io.opentelemetry.sdk.common.export.HttpSenderConfig;
import io.opentelemetry.sdk.common.export.MessageWriter;
import io.opentelemetry.sdk.common.export.RetryPolicy;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The SDK's HTTP sender over a socket, without a thread of its own. Runs on the thread that exports
 * and answers before it returns. Retries as the SDK's policy says, with jitter, within the timeout
 * of the whole export.
 */
final class HttpPostSender implements HttpSender {

  private static final double JITTER = 0.2;

  private final HttpSenderConfig config;
  private final HttpPost post;
  private final SpareLine spare;
  private final Body body = new Body();
  private final SendReport report;
  private final Pause pause;

  HttpPostSender(HttpSenderConfig config, SpareLine spare, SendReport report, Pause pause) {
    this.config = config;
    this.post = new HttpPost(config, spare);
    this.spare = spare;
    this.report = report;
    this.pause = pause;
  }

  @Override
  public void send(
      MessageWriter message, Consumer<HttpResponse> onResponse, Consumer<Throwable> onError) {
    HttpAnswer answer;
    try {
      encode(message);
      answer = sendWithRetry();
    } catch (IOException | RuntimeException e) {
      report.failed(e);
      onError.accept(e);
      return;
    } finally {
      body.done();
    }
    report.http(answer);
    onResponse.accept(answer);
  }

  private void encode(MessageWriter message) throws IOException {
    body.begin(message.getContentLength());
    Compressor compressor = config.getCompressor();
    if (compressor == null) {
      message.writeMessage(body);
    } else {
      try (OutputStream out = compressor.compress(body)) {
        message.writeMessage(out);
      }
    }
  }

  private HttpAnswer sendWithRetry() throws IOException {
    long deadline = System.nanoTime() + pause.remaining(config.getTimeout().toNanos());
    RetryPolicy policy = config.getRetryPolicy();
    int attempts = policy == null ? 1 : policy.getMaxAttempts();
    for (int attempt = 1; ; attempt++) {
      HttpAnswer answer = null;
      IOException failure = null;
      try {
        answer = post.send(body.bytes(), body.size(), deadline);
      } catch (IOException e) {
        failure = e;
      }
      boolean again = answer == null ? isRetryable(failure) : answer.isRetryable();
      if (!again || attempt >= attempts || !waited(policy, attempt, answer, deadline)) {
        if (answer != null) {
          return answer;
        }
        throw failure == null ? new IOException("no answer") : failure;
      }
    }
  }

  /** Whether the pause before the next attempt fits into the time that is left, and is over. */
  private boolean waited(
      @Nullable RetryPolicy policy, int attempt, @Nullable HttpAnswer answer, long deadline) {
    if (policy == null) {
      return false;
    }
    long asked = answer == null ? HttpAnswer.NO_RETRY_AFTER : answer.retryAfterNanos();
    long delay = asked == HttpAnswer.NO_RETRY_AFTER ? backoffNanos(policy, attempt) : asked;
    return System.nanoTime() + delay - deadline < 0 && pause.pause(delay);
  }

  private static long backoffNanos(RetryPolicy policy, int attempt) {
    double grown =
        policy.getInitialBackoff().toNanos()
            * Math.pow(policy.getBackoffMultiplier(), attempt - 1.0);
    double bounded = Math.min(grown, (double) policy.getMaxBackoff().toNanos());
    double jitter = 1 - JITTER + 2 * JITTER * ThreadLocalRandom.current().nextDouble();
    return (long) (bounded * jitter);
  }

  private static boolean isRetryable(@Nullable IOException failure) {
    return failure instanceof ConnectException
        || failure instanceof NoRouteToHostException
        || failure instanceof UnknownHostException
        || failure instanceof SocketException;
  }

  @Override
  public CompletableResultCode shutdown() {
    spare.close();
    return CompletableResultCode.ofSuccess();
  }
}
