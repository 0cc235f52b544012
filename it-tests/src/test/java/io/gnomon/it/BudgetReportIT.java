package io.gnomon.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.tools.attach.VirtualMachine;
import io.gnomon.it.harness.Build;
import io.gnomon.it.harness.Command;
import io.gnomon.it.harness.Container;
import io.gnomon.it.harness.Jdk;
import io.gnomon.it.harness.Load;
import io.gnomon.it.harness.Service;
import io.gnomon.it.harness.ServiceBuilder;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a pipeline does: run a service under load, stop it, check the report. */
class BudgetReportIT {

  private static final String BROKEN = "WARN budget slow is broken: .*";
  private static final String WRITTEN = "INFO budget report written to .*";
  private static final int TIMES = 20;
  private static final int STOPPED_BY_SIGTERM = 143;
  private static final long PATIENCE_SECONDS = 60;
  private static final Duration PATIENCE = Duration.ofSeconds(PATIENCE_SECONDS);

  @TempDir Path folder;
  private Path report;

  @BeforeEach
  void inTheFolder() {
    report = folder.resolve("report.json");
  }

  private ServiceBuilder service() {
    return ServiceBuilder.of(Container.TOMCAT_9)
        .set("otel.metrics.exporter", "none")
        .set("otel.logs.exporter", "none")
        .set("otel.traces.exporter", "none")
        .set("otel.service.name", "shop")
        .set("gnomon.jdbc.slow-query-threshold", "off");
  }

  private ServiceBuilder reporting() {
    return service().set("gnomon.budget.report", report.toString()).expect(WRITTEN);
  }

  private static ServiceBuilder withBudgets(ServiceBuilder service) {
    return service
        .set("gnomon.budget.slow.route", "/slee*")
        .set("gnomon.budget.slow.p99", "20ms")
        .set("gnomon.budget.default.error-rate", "1%");
  }

  private Command.Result check(String... arguments) {
    List<String> command = new ArrayList<>();
    command.addAll(
        List.of(Jdk.ofBuild().tool("java"), "-jar", Build.agentJar().toString(), "check"));
    command.addAll(List.of(arguments));
    return Command.run(command, Map.of(), PATIENCE_SECONDS);
  }

  @Test
  void aBrokenBudgetFailsThePipelineWithTheRouteThatBrokeIt() {
    try (Service service = withBudgets(reporting()).expect(BROKEN).start()) {
      Load.drive(service, "GET", "/sleep?ms=60", TIMES, 200);
      Load.drive(service, "GET", "/hello", TIMES, 200);
      assertThat(service.stop()).isEqualTo(STOPPED_BY_SIGTERM);
    }

    Command.Result checked = check(report.toString());

    assertThat(checked.exit()).as(checked.out() + checked.err()).isEqualTo(1);
    assertThat(checked.out()).startsWith("Budgets of shop at its end, after ");
    assertThat(rows(checked))
        .satisfiesExactly(
            row ->
                assertThat(row)
                    .matches("BROKEN +slow +/sleep +p99 +20ms +20 +20 +100\\.00 +1 +GET 200 in .*"),
            row -> assertThat(row).matches("held +default +/hello +error-rate +1% +20 +0 +0.00 +0"),
            row ->
                assertThat(row).matches("held +default +/sleep +error-rate +1% +20 +0 +0.00 +0"));
    assertThat(checked.out()).endsWith("1 of 3 verdicts broken, 0 of 2 budgets unused\n");
  }

  private static List<String> rows(Command.Result checked) {
    return checked.out().lines().filter(line -> line.contains(" /")).toList();
  }

  @Test
  void budgetsThatHoldPassThoughTheEndpointIsDown() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    try (Service service =
        withBudgets(reporting())
            .set("gnomon.budget.slow.p99", "60s")
            .set("otel.metrics.exporter", "otlp")
            .set("otel.logs.exporter", "otlp")
            .set("otel.traces.exporter", "otlp")
            .set("otel.exporter.otlp.endpoint", "http://127.0.0.1:" + port)
            .expect("WARN export of .* fails: .*")
            .start()) {
      Load.drive(service, "GET", "/sleep?ms=1", TIMES, 200);
    }

    Command.Result checked = check(report.toString());

    assertThat(checked.exit()).as(checked.out() + checked.err()).isZero();
    assertThat(rows(checked)).hasSize(2).allMatch(row -> row.startsWith("held "));
  }

  @Test
  void aRunWithoutRequestsIsReportedAndFails() throws IOException {
    Files.writeString(report, "{\"schemaVersion\":1, \"left by an earlier run\": true}");
    Service service = withBudgets(reporting()).start();
    Awaitility.await("the earlier report is gone")
        .atMost(PATIENCE)
        .until(() -> Files.notExists(report));
    service.stop();

    Command.Result checked = check(report.toString());

    assertThat(checked.exit()).isEqualTo(1);
    assertThat(checked.out())
        .contains("unused: no request matched budget slow\n")
        .contains("unused: no request matched budget default\n");
    assertThat(check("--allow-unused", report.toString()).exit()).isZero();
  }

  @Test
  void aServiceThatIsKilledLeavesNoReport() throws IOException {
    Files.writeString(report, "{\"schemaVersion\":1, \"left by an earlier run\": true}");
    Service service = withBudgets(reporting()).start();
    Load.drive(service, "GET", "/hello", TIMES, 200);
    Awaitility.await("the earlier report is gone")
        .atMost(PATIENCE)
        .until(() -> Files.notExists(report));
    ProcessHandle.of(service.pid()).orElseThrow().destroyForcibly();
    service.stop();

    Command.Result checked = check(report.toString());

    assertThat(checked.exit()).isEqualTo(2);
    assertThat(checked.err()).startsWith(report + ": there is no such file");
  }

  @Test
  void aFileThatCantBeWrittenIsToldAndTheServiceStops() {
    Path lost = folder.resolve("none").resolve("report.json");
    try (Service service =
        withBudgets(service())
            .set("gnomon.budget.report", lost.toString())
            .expect("WARN gnomon.budget.report=.*: no report can be written: .*")
            .start()) {
      Load.drive(service, "GET", "/hello", TIMES, 200);
      assertThat(service.stop()).isEqualTo(STOPPED_BY_SIGTERM);
      assertThat(service.agentLog()).anyMatch(line -> line.contains("no report can be written"));
    }
  }

  @Test
  void theCommandIsLeftAloneByAnAgentThatIsEverywhere() throws IOException {
    try (Service service = withBudgets(reporting()).start()) {
      Load.drive(service, "GET", "/hello", TIMES, 200);
    }
    String before = Files.readString(report);

    Command.Result checked =
        Command.run(
            List.of(
                Jdk.ofBuild().tool("java"),
                "-jar",
                Build.agentJar().toString(),
                "check",
                "--allow-unused",
                report.toString()),
            Map.of(
                "JAVA_TOOL_OPTIONS",
                "-javaagent:" + Build.agentJar(),
                "GNOMON_BUDGET_REPORT",
                report.toString()),
            PATIENCE_SECONDS);

    assertThat(checked.exit()).as(checked.out() + checked.err()).isZero();
    assertThat(checked.err()).doesNotContain("[gnomon]");
    assertThat(report).hasContent(before);
  }

  static Stream<Jdk> jdks() {
    return Stream.concat(Stream.of(Jdk.ofBuild()), Jdk.ofMatrix().stream());
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void onDemandTheReportIsGivenByJmxOnceTheServiceServes(Jdk jdk) throws Exception {
    ObjectName name = new ObjectName("io.gnomon:type=Budgets");
    try (Service service = withBudgets(reporting()).on(jdk).expect(BROKEN).start();
        JMXConnector connector = connect(service)) {
      MBeanServerConnection server = connector.getMBeanServerConnection();
      assertThat(server.isRegistered(name)).as("before the first request").isFalse();

      Load.drive(service, "GET", "/sleep?ms=60", TIMES, 200);
      Awaitility.await("the bean").atMost(PATIENCE).until(() -> server.isRegistered(name));

      assertThat((String) server.invoke(name, "report", new Object[0], new String[0]))
          .contains("\"ended\":false")
          .contains("\"route\":\"/sleep\"");
      assertThat(report).doesNotExist();
      assertThat(server.invoke(name, "writeReport", new Object[0], new String[0]))
          .isEqualTo(report.toString());
      Command.Result checked = check(report.toString());
      assertThat(checked.exit()).as(checked.out() + checked.err()).isEqualTo(1);
      assertThat(checked.out()).startsWith("Budgets of shop so far, after ");
    }
  }

  private static JMXConnector connect(Service service) throws Exception {
    VirtualMachine machine = VirtualMachine.attach(String.valueOf(service.pid()));
    try {
      return JMXConnectorFactory.connect(new JMXServiceURL(machine.startLocalManagementAgent()));
    } finally {
      machine.detach();
    }
  }

  @Test
  void nothingOfTheReportIsLoadedWithoutOne() throws IOException {
    Path loaded = folder.resolve("loaded.txt");
    try (Service service =
        withBudgets(service()).option("-Xlog:class+load:file=" + loaded).expect(BROKEN).start()) {
      Load.drive(service, "GET", "/sleep?ms=60", TIMES, 200);
    }

    List<String> ours =
        Files.readAllLines(loaded).stream().filter(line -> line.contains(" io.gnomon.")).toList();
    assertThat(ours)
        .anyMatch(line -> line.contains("io.gnomon.core.budgets.Judged "))
        .noneMatch(line -> line.contains("io.gnomon.agent.report."))
        .noneMatch(line -> line.contains("BudgetReporting"))
        .noneMatch(line -> line.contains("nanojson"));
  }
}
