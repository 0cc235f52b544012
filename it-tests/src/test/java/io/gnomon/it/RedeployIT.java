package io.gnomon.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.it.harness.Container;
import io.gnomon.it.harness.Load;
import io.gnomon.it.harness.Service;
import io.gnomon.it.harness.ServiceBuilder;
import io.gnomon.otlpreceiver.OtlpReceiver;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A web application that is gone is collected, its classes and its driver with it. */
class RedeployIT {

  private static final String MAIN = "com.example.app.RedeployMain";
  private static final int TIMES = 20;
  private static final int REQUESTS = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Test
  void nothingOfOursHoldsAWebApplication() throws IOException {
    try (OtlpReceiver receiver = OtlpReceiver.start()) {
      try (Service service =
          ServiceBuilder.of(Container.TOMCAT_9.classPath(), MAIN).exportingTo(receiver).start()) {
        for (int i = 0; i < TIMES; i++) {
          assertThat(service.get("/control/deploy").body()).isEqualTo("deployed");
          Load.drive(service, "GET", "/shop/query?n=2", REQUESTS, 200);
          Load.drive(service, "GET", "/shop/forward", REQUESTS, 200);
          if (i == 0) {
            assertThat(service.get("/control/held").body()).as("deployed").isEqualTo("1");
          }
          assertThat(service.get("/control/undeploy").body()).isEqualTo("undeployed");
        }
        Awaitility.await("all class loaders are collected")
            .atMost(PATIENCE)
            .untilAsserted(() -> assertThat(service.get("/control/held").body()).isEqualTo("0"));
      }
      assertThat(
              receiver.sum(
                  "db.client.operation.duration", Map.of("db.query.summary", "SELECT item")))
          .isEqualTo(2 * TIMES * REQUESTS);
      assertThat(receiver.sum("gnomon.agent.failures", Map.of())).isZero();
    }
  }
}
