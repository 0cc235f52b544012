package io.gnomon.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.it.harness.Container;
import io.gnomon.it.harness.Service;
import io.gnomon.it.harness.ServiceBuilder;
import io.gnomon.otlpreceiver.Distribution;
import io.gnomon.otlpreceiver.OtlpReceiver;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Percentiles read from what was exported. A request that sleeps takes at least that long and at
 * most as long as its client waited, and so do their percentiles; the histogram may err by {@link
 * #ERROR} beyond these.
 */
class PercentilesIT {

  /** What the README states. */
  private static final double ERROR = 0.05;

  private static final int REQUESTS = 100;
  private static final double NANOS_PER_SECOND = 1e9;
  private static final double MILLIS_PER_SECOND = 1e3;

  @Test
  void percentilesLieBetweenWhatWasSleptAndWhatTheClientSaw() throws IOException {
    double[] slept = new double[REQUESTS];
    double[] waited = new double[REQUESTS];
    try (OtlpReceiver receiver = OtlpReceiver.start()) {
      try (Service service = ServiceBuilder.of(Container.TOMCAT_9).exportingTo(receiver).start()) {
        service.get("/hello");
        for (int i = 0; i < REQUESTS; i++) {
          int millis = 5 + i;
          long startNanos = System.nanoTime();
          service.get("/sleep?ms=" + millis);
          waited[i] = (System.nanoTime() - startNanos) / NANOS_PER_SECOND;
          slept[i] = millis / MILLIS_PER_SECOND;
        }
      }
      Arrays.sort(waited);
      Distribution exported =
          receiver.distribution("http.server.request.duration", Map.of("http.route", "/sleep"));
      assertThat(exported.count()).isEqualTo(REQUESTS);
      for (double share : new double[] {0.5, 0.9, 0.95, 0.99}) {
        int rank = (int) Math.ceil(share * REQUESTS) - 1;
        assertThat(exported.quantile(share))
            .as("p%s", 100 * share)
            .isBetween(slept[rank] * (1 - ERROR), waited[rank] * (1 + ERROR));
      }
    }
  }
}
