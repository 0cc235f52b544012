package io.gnomon.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.it.harness.AgentLog;
import io.gnomon.it.harness.Build;
import io.gnomon.it.harness.Command;
import io.gnomon.it.harness.Container;
import io.gnomon.it.harness.Jdk;
import io.gnomon.it.harness.Load;
import io.gnomon.it.harness.Service;
import io.gnomon.it.harness.ServiceBuilder;
import io.gnomon.otlpreceiver.OtlpReceiver;
import io.gnomon.otlpreceiver.Signal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings, good and bad, as an operator meets them. */
class SettingsIT {

  private static final String REQUESTS = "http.server.request.duration";
  private static final long PATIENCE_SECONDS = 60;

  private OtlpReceiver receiver;

  @BeforeEach
  void listen() throws IOException {
    receiver = OtlpReceiver.start();
  }

  @AfterEach
  void hangUp() {
    receiver.close();
  }

  private ServiceBuilder service() {
    return ServiceBuilder.of(Container.TOMCAT_9).exportingTo(receiver);
  }

  @Test
  void eachMistakeIsOneLineAndTheServiceRuns() {
    try (Service service =
        service()
            .set("gnomon.jdbc.slow-query-threshold", "soon")
            .set("gnomon.jdbc.slow-query-treshold", "1s")
            .set("otel.exporter.otlp.timeout", "never")
            .expect("WARN .*slow-query-threshold.*")
            .expect("WARN .*slow-query-treshold.*")
            .expect("WARN .*otel\\.exporter\\.otlp\\.timeout.*")
            .start()) {
      Load.drive(service, "GET", "/hello", 3, 200);
      service.stop();
      assertThat(mentions(service, "\\bgnomon\\.jdbc\\.slow-query-threshold\\b.*soon")).isOne();
      assertThat(
              mentions(
                  service,
                  "gnomon\\.jdbc\\.slow-query-treshold.*gnomon\\.jdbc\\.slow-query-threshold"))
          .isOne();
      assertThat(mentions(service, "otel\\.exporter\\.otlp\\.timeout.*never")).isOne();
    }
    assertThat(receiver.sum(REQUESTS, Map.of("http.route", "/hello"))).isEqualTo(3);
  }

  private static long mentions(Service service, String pattern) {
    return service.agentLog().stream()
        .filter(line -> line.matches(".*WARN .*" + pattern + ".*"))
        .count();
  }

  @Test
  void switchedOffItDoesNothing() {
    Service service = service().set("gnomon.enabled", "false").start();
    assertThat(service.get("/hello").body()).isEqualTo("hello");
    assertThat(service.get("/threads").body()).doesNotContain("gnomon");
    service.stop();
    assertThat(service.agentLog()).isEmpty();
    assertThat(receiver.requests(Signal.METRICS)).isEmpty();
  }

  @Test
  void onePartIsSwitchedOffAlone() {
    try (Service service = service().set("gnomon.jdbc.enabled", "false").start()) {
      Load.drive(service, "GET", "/query", 5, 200);
    }
    assertThat(receiver.sum(REQUESTS, Map.of("http.route", "/query"))).isEqualTo(5);
    assertThat(receiver.metricNames()).doesNotContain("db.client.operation.duration");
  }

  @Test
  void theEnvironmentAndAFileAreRead(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("gnomon.properties");
    Files.writeString(file, "otel.service.name=from-file\ngnomon.jdbc.enabled=false\n");
    try (Service service =
        ServiceBuilder.of(Container.TOMCAT_9)
            .environment("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.httpEndpoint())
            .environment("GNOMON_CONFIG_FILE", file.toString())
            .environment("OTEL_RESOURCE_ATTRIBUTES", "team=blue")
            .start()) {
      Load.drive(service, "GET", "/query", 5, 200);
    }
    assertThat(receiver.series(REQUESTS, Map.of("http.route", "/query")))
        .singleElement()
        .satisfies(
            point ->
                assertThat(point.resource())
                    .containsEntry("service.name", "from-file")
                    .containsEntry("team", "blue")
                    .doesNotContainKey("process.command_line"));
    assertThat(receiver.metricNames()).doesNotContain("db.client.operation.duration");
  }

  @Test
  void attachedTwiceItCountsOnce() {
    try (Service service = service().agents(2).expect("WARN .*(already|twice).*").start()) {
      Load.drive(service, "GET", "/query?n=2", 10, 200);
    }
    assertThat(receiver.sum(REQUESTS, Map.of())).isEqualTo(10);
    assertThat(
            receiver.sum("db.client.operation.duration", Map.of("db.query.summary", "SELECT item")))
        .isEqualTo(20);
  }

  @Test
  void theLogGoesToAFile(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("gnomon.log");
    Service service = service().set("gnomon.log.file", file.toString()).start();
    Load.drive(service, "GET", "/hello", 3, 200);
    service.stop();
    assertThat(service.agentLog()).isEmpty();
    assertThat(AgentLog.lines(Files.readString(file)))
        .anyMatch(line -> line.contains("first export of metrics"));
  }

  @Test
  void theJarPrintsItsSettings() {
    Command.Result printed =
        Command.run(
            List.of(Jdk.ofBuild().tool("java"), "-jar", Build.agentJar().toString(), "settings"),
            Map.of(
                "GNOMON_JDBC_SLOW_QUERY_THRESHOLD", "250ms",
                "OTEL_EXPORTER_OTLP_HEADERS", "authorization=Bearer hidden"),
            PATIENCE_SECONDS);
    assertThat(printed.exit()).as(printed.err()).isZero();
    assertThat(printed.out())
        .contains("gnomon.enabled", "gnomon.jdbc.slow-query-threshold", "otel.service.name")
        .contains("250ms")
        .doesNotContain("hidden");
  }

  @Test
  void toolsOfTheJdkAreLeftAlone(@TempDir Path folder) throws IOException {
    Path source = folder.resolve("A.java");
    Files.writeString(source, "class A {}\n");
    Map<String, String> everywhere =
        Map.of(
            "JAVA_TOOL_OPTIONS",
            "-javaagent:" + Build.agentJar(),
            "OTEL_EXPORTER_OTLP_ENDPOINT",
            receiver.httpEndpoint());
    silent(
        List.of(Jdk.ofBuild().tool("javac"), "-d", folder.toString(), source.toString()),
        everywhere);
    silent(List.of(Jdk.ofBuild().tool("keytool"), "-help"), everywhere);
    silent(List.of(Jdk.ofBuild().tool("jps")), everywhere);
    assertThat(folder.resolve("A.class")).exists();
    assertThat(receiver.requests(Signal.METRICS)).isEmpty();
  }

  private static void silent(List<String> command, Map<String, String> environment) {
    Command.Result result = Command.run(command, environment, PATIENCE_SECONDS);
    assertThat(result.exit()).as(result.err()).isZero();
    assertThat(result.out() + result.err()).doesNotContain("[gnomon]");
  }
}
