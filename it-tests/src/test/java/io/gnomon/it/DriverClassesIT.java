package io.gnomon.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.gnomon.it.harness.Build;
import io.gnomon.it.harness.Container;
import io.gnomon.it.harness.Jdk;
import io.gnomon.it.harness.Service;
import io.gnomon.it.harness.ServiceBuilder;
import io.gnomon.otlpreceiver.OtlpReceiver;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Drivers whose servers can't run here: each of their classes that JDBC's callers meet is loaded
 * under the agent, and must be woven where it has JDBC's methods, have a slot, and be verified.
 */
class DriverClassesIT {

  private static final String MAIN = "com.example.drivers.DriversMain";
  private static final String VERIFIED = "verified";

  /** From this Java version on, nothing is too new. */
  private static final int NEWEST_CLASSES = 17;

  private static final String FORMAT = "%-36s %10s %8s %6s %12s %8s %12s %7s%n";
  private static final String HEADING =
      String.format(
          FORMAT,
          "driver",
          "statements",
          "methods",
          "slots",
          "connections",
          "drivers",
          "results",
          "woven");

  /** Needs OpenTelemetry's API, which Trino's driver has as an option. */
  private static final List<String> UNLOADABLE = List.of("io/trino/jdbc/TracingTrinoDriver");

  /**
   * What a driver must at least have.
   *
   * @param jar how its name begins
   * @param java the oldest that it runs on
   * @param statements classes that are or stand above statements
   * @param woven methods of those
   */
  private record Driver(String jar, int java, int statements, int woven) {
    boolean has(Line line) {
      return line.jar().startsWith(jar);
    }
  }

  private static final List<Driver> DRIVERS =
      List.of(
          new Driver("mssql-jdbc-", 11, 3, 25),
          new Driver("jtds-", 8, 6, 38),
          new Driver("ojdbc11-", 11, 42, 378),
          new Driver("jcc-", 8, 12, 61),
          new Driver("clickhouse-jdbc-", 8, 7, 40),
          new Driver("jdbc-v2-", 8, 3, 41),
          new Driver("snowflake-jdbc-thin-", 8, 4, 46),
          new Driver("trino-jdbc-", 11, 2, 32),
          new Driver("redshift-jdbc42-", 8, 3, 25),
          new Driver("presto-jdbc-", 8, 2, 32),
          new Driver("vertica-jdbc-", 9, 27, 74),
          new Driver("ngdbc-", 9, 18, 50),
          new Driver("jdbc-15", 8, 3, 27),
          new Driver("jaybird-", 17, 5, 52));

  /** What the service told of one class. */
  private record Line(
      String jar, String name, String type, String state, boolean slot, int woven, String missed) {

    static Line of(String text) {
      String[] fields = text.split("\t", -1);
      boolean slot = Boolean.parseBoolean(fields[5]);
      int woven = fields[6].equals("-") ? 0 : Integer.parseInt(fields[6]);
      return new Line(fields[0], fields[1], fields[2], fields[4], slot, woven, fields[7]);
    }

    /** Some jars have classes for newer Java versions beside the others. */
    boolean isTooNew() {
      return state.startsWith("UnsupportedClassVersionError");
    }

    boolean is(String jdbcType) {
      return type.equals(jdbcType);
    }
  }

  @TestFactory
  Stream<DynamicTest> everyClassIsWovenAndVerified() {
    List<Jdk> jdks = new ArrayList<>(List.of(Jdk.ofBuild()));
    Jdk.others().stream().filter(jdk -> jdk.feature() == 8).forEach(jdks::add);
    return jdks.stream().map(jdk -> dynamicTest(jdk.toString(), () -> everyClass(jdk)));
  }

  private static void everyClass(Jdk jdk) throws IOException {
    try (OtlpReceiver receiver = OtlpReceiver.start()) {
      List<Line> lines;
      try (Service service = start(jdk, receiver)) {
        assertThat(service.get("/broken").body())
            .as("a class that is wrong, linked as the others are")
            .startsWith("VerifyError");
        lines =
            service
                .get("/classes")
                .body()
                .lines()
                .map(Line::of)
                .filter(line -> jdk.feature() >= NEWEST_CLASSES || !line.isTooNew())
                .toList();
      }
      StringBuilder table = new StringBuilder("[it] drivers on " + jdk + "\n" + HEADING);
      for (Driver driver : DRIVERS) {
        if (driver.java() <= jdk.feature()) {
          table.append(check(driver, lines.stream().filter(driver::has).toList()));
        }
      }
      System.out.print(table);
      assertThat(receiver.sum("gnomon.agent.failures", Map.of())).isZero();
      assertThat(receiver.sum("gnomon.agent.classes.woven", Map.of()))
          .isGreaterThanOrEqualTo(lines.stream().filter(line -> line.woven() > 0).count());
    }
  }

  private static Service start(Jdk jdk, OtlpReceiver receiver) {
    Path own = Build.services().resolve("drivers/target/drivers.jar");
    return ServiceBuilder.of(own + File.pathSeparator + Container.classPath("drivers"), MAIN)
        .on(jdk)
        .exportingTo(receiver)
        .option("-javaagent:" + own)
        .start();
  }

  private static String check(Driver driver, List<Line> lines) {
    for (Line line : lines) {
      if (!UNLOADABLE.contains(line.name())) {
        assertThat(line.state()).as(line.toString()).isEqualTo(VERIFIED);
        assertThat(line.missed()).as(line.toString()).isEqualTo("[]");
        assertThat(line.slot() || line.woven() == 0).as("slot of " + line).isTrue();
      }
    }
    List<Line> statements = lines.stream().filter(line -> line.is("STATEMENT")).toList();
    assertThat(statements).as(driver.jar()).hasSizeGreaterThanOrEqualTo(driver.statements());
    assertThat(woven(statements)).as(driver.jar()).isGreaterThanOrEqualTo(driver.woven());
    assertThat(woven(lines.stream().filter(line -> line.is("CONNECTION")).toList()))
        .as("methods of connections of " + driver.jar())
        .isPositive();
    assertThat(woven(lines.stream().filter(line -> line.is("DRIVER")).toList()))
        .as("connect methods of " + driver.jar())
        .isPositive();
    return String.format(
        FORMAT,
        lines.get(0).jar(),
        statements.size(),
        woven(statements),
        statements.stream().filter(Line::slot).count(),
        count(lines, "CONNECTION"),
        count(lines, "DRIVER"),
        count(lines, "RESULT_SET"),
        woven(lines));
  }

  private static long count(List<Line> lines, String type) {
    return lines.stream().filter(line -> line.is(type)).count();
  }

  private static int woven(List<Line> lines) {
    return lines.stream().mapToInt(Line::woven).sum();
  }
}
