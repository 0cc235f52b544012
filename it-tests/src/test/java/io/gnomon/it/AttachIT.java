package io.gnomon.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.tools.attach.VirtualMachine;
import io.gnomon.it.harness.Build;
import io.gnomon.it.harness.Container;
import io.gnomon.it.harness.Load;
import io.gnomon.it.harness.Service;
import io.gnomon.it.harness.ServiceBuilder;
import io.gnomon.otlpreceiver.OtlpReceiver;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The agent comes to a service that runs already. */
class AttachIT {

  private static final int TIMES = 25;

  @ParameterizedTest
  @EnumSource(names = {"TOMCAT_9", "JETTY_12", "UNDERTOW_2_3"})
  void countsWhatComesAfter(Container container) throws Exception {
    try (OtlpReceiver receiver = OtlpReceiver.start()) {
      try (Service service =
          ServiceBuilder.of(container)
              .agents(0)
              .exportingTo(receiver)
              .option("-XX:+IgnoreUnrecognizedVMOptions")
              .option("-XX:+EnableDynamicAgentLoading")
              .start()) {
        Load.drive(service, "GET", "/query?n=2", TIMES, 200);
        attach(service);
        Load.drive(service, "GET", "/query?n=2", TIMES, 200);
        Load.drive(service, "GET", "/async", TIMES, 200);
        Load.drive(service, "GET", "/forward", TIMES, 200);
      }
      String requests = "http.server.request.duration";
      assertThat(receiver.sum(requests, Map.of("http.route", "/query"))).isEqualTo(TIMES);
      assertThat(receiver.sum(requests, Map.of("http.route", "/async"))).isEqualTo(TIMES);
      assertThat(receiver.sum(requests, Map.of())).isEqualTo(3 * TIMES);
      assertThat(
              receiver.sum(
                  "db.client.operation.duration", Map.of("db.query.summary", "SELECT item")))
          .isEqualTo(2 * TIMES);
      assertThat(receiver.sum("gnomon.agent.failures", Map.of())).isZero();
    }
  }

  private static void attach(Service service) throws Exception {
    VirtualMachine machine = VirtualMachine.attach(String.valueOf(service.pid()));
    try {
      machine.loadAgent(Build.agentJar().toAbsolutePath().toString());
    } finally {
      machine.detach();
    }
  }
}
