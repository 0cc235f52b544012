package io.gnomon.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.gnomon.it.harness.Container;
import io.gnomon.it.harness.Jdk;
import io.gnomon.it.harness.Load;
import io.gnomon.it.harness.Service;
import io.gnomon.it.harness.ServiceBuilder;
import io.gnomon.otlpreceiver.OtlpReceiver;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A smoke test on the build's JDK and on one of each further version that is found. */
class JdksIT {

  private static final int TIMES = 20;

  /** About class data, Unsafe or attaching; what it says about Tomcat is not ours. */
  private static final String JVM_COMPLAINS =
      "(?i).*warning.*(gnomon|unsafe|sharing|archive|agent|bytebuddy).*";

  @TestFactory
  Stream<DynamicTest> requestsAndQueriesArrive() {
    List<Jdk> others = Jdk.others();
    System.out.println("[it] services run on " + Jdk.ofBuild() + "; smoke tests also on " + others);
    return Stream.concat(Stream.of(Jdk.ofBuild()), others.stream())
        .map(jdk -> dynamicTest(jdk.toString(), () -> smoke(jdk)));
  }

  private static void smoke(Jdk jdk) throws IOException {
    try (OtlpReceiver receiver = OtlpReceiver.start()) {
      String stderr;
      try (Service service =
          ServiceBuilder.of(Container.TOMCAT_9).on(jdk).exportingTo(receiver).start()) {
        Load.drive(service, "GET", "/query?n=2", TIMES, 200);
        Load.drive(service, "GET", "/async", TIMES, 200);
        service.stop();
        stderr = service.err();
      }
      assertThat(receiver.sum("http.server.request.duration", Map.of("http.route", "/query")))
          .isEqualTo(TIMES);
      assertThat(receiver.sum("http.server.request.duration", Map.of("http.route", "/async")))
          .isEqualTo(TIMES);
      assertThat(
              receiver.sum(
                  "db.client.operation.duration", Map.of("db.query.summary", "SELECT item")))
          .isEqualTo(2 * TIMES);
      assertThat(receiver.sum("gnomon.agent.failures", Map.of())).isZero();
      assertThat(stderr.lines()).noneMatch(line -> line.matches(JVM_COMPLAINS));
    }
  }
}
