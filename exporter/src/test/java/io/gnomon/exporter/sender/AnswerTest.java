package io.gnomon.exporter.sender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsPartialSuccess;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What an endpoint's answer says, well-formed or not. */
class AnswerTest {

  private static final byte[] PARTIAL =
      ExportMetricsServiceResponse.newBuilder()
          .setPartialSuccess(
              ExportMetricsPartialSuccess.newBuilder()
                  .setRejectedDataPoints(1_000_000)
                  .setErrorMessage("m".repeat(1_000)))
          .build()
          .toByteArray();

  @Test
  void anEmptyBodyIsFullSuccess() {
    Outcome outcome = PartialSuccess.read(new byte[0]);
    assertThat(outcome.kind()).isEqualTo(Outcome.Kind.ACCEPTED);
    assertThat(outcome.reason()).isEmpty();
  }

  @Test
  void theReasonIsBounded() {
    Outcome outcome = PartialSuccess.read(PARTIAL);
    assertThat(outcome.refusedRecords()).isEqualTo(1_000_000);
    assertThat(outcome.reason()).hasSize(300);
  }

  @Test
  void aTruncatedBodyIsNoMessage() {
    assertThat(PartialSuccess.read(Arrays.copyOf(PARTIAL, 40))).isNull();
    assertThat(PartialSuccess.read(Arrays.copyOf(PARTIAL, 1))).isNull();
  }

  @Test
  void noBytesMakeItThrow() {
    Random random = new Random(3);
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = new byte[random.nextInt(40)];
      random.nextBytes(bytes);
      assertThatCode(() -> PartialSuccess.read(bytes)).doesNotThrowAnyException();
    }
  }

  @Test
  void retryAfterInSecondsOrAsADate() {
    long date = 1_792_567_740_000L;
    assertThat(RetryAfter.nanos(" 7 ", 0)).isEqualTo(TimeUnit.SECONDS.toNanos(7));
    assertThat(RetryAfter.nanos("Wed, 21 Oct 2026 07:29:00 GMT", date - 30_000))
        .isEqualTo(TimeUnit.SECONDS.toNanos(30));
    assertThat(RetryAfter.nanos("Wed, 21 Oct 2026 07:29:00 GMT", date + 1)).isZero();
  }

  @Test
  void retryAfterIsBoundedAndForgiving() {
    assertThat(RetryAfter.nanos("999999999999", 0)).isEqualTo(RetryAfter.MAX_NANOS);
    assertThat(RetryAfter.nanos("-5", 0)).isZero();
    assertThat(RetryAfter.nanos("soon", 0)).isZero();
    assertThat(RetryAfter.nanos("Wed, 21 Oct", 5)).isZero();
    assertThat(RetryAfter.nanos(null, 0)).isZero();
  }
}
