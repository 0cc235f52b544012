package io.gnomon.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.it.harness.Service;
import io.gnomon.it.harness.ServiceBuilder;
import io.gnomon.it.harness.StandaloneTomcat;
import io.gnomon.otlpreceiver.OtlpReceiver;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A web archive in a Tomcat as it is distributed, the agent attached by {@code setenv.sh}. */
class StandaloneTomcatIT {

  private static final String ILLEGAL_STATE = "java.lang.IllegalStateException";
  private static final int QUERIES = 2;

  private static final List<Page> PAGES =
      List.of(
          new Page("/shop/hello", 200, "/shop/hello"),
          new Page("/shop/item/17", 200, "/shop/item/*"),
          new Page("/shop/query?n=" + QUERIES, 200, "/shop/query"),
          new Page("/shop/page.jsp", 200, "/shop/*.jsp"),
          new Page("/shop/static.txt", 200, Page.NONE),
          new Page("/shop/error", 500, "/shop/error", ILLEGAL_STATE),
          new Page("/shop/senderror", 503, "/shop/senderror", "503"),
          new Page("/shop/forward", 200, "/shop/forward"),
          new Page("/shop/async", 200, "/shop/async"),
          new Page("/shop/async-error", 500, "/shop/async-error", ILLEGAL_STATE),
          new Page("/shop/nowhere", 404, Page.NONE),
          new Page("/outside", 404, Page.NONE));

  static List<String> versions() {
    return StandaloneTomcat.versions();
  }

  @ParameterizedTest
  @MethodSource("versions")
  void everyPageIsCountedUnderTheContextPath(String version) throws IOException {
    StandaloneTomcat tomcat = StandaloneTomcat.of(version);
    tomcat.deploying("shop", tomcat.applicationWar());
    try (OtlpReceiver receiver = OtlpReceiver.start()) {
      try (Service service = ServiceBuilder.of(tomcat).exportingTo(receiver).start()) {
        Page.ask(PAGES, service);
      }
      assertThat(Page.counted(receiver)).isEqualTo(Page.asked(PAGES));
      assertThat(
              receiver.sum(
                  "db.client.operation.duration", Map.of("db.query.summary", "SELECT item")))
          .isEqualTo(QUERIES * Page.TIMES);
      assertThat(receiver.sum("http.server.active_requests", Map.of())).isZero();
      assertThat(receiver.sum("gnomon.agent.failures", Map.of())).isZero();
    }
  }
}
