package io.gnomon.it.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.otlpreceiver.MetricPoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Each kind of statement is counted exactly, by every driver and through every pool. */
class JdbcMatrixIT {

  /** Through which all drivers go. */
  private static final JdbcPool POOL = JdbcPool.HIKARICP;

  /** Which all pools use. */
  private static final JdbcDriver DRIVER = JdbcDriver.POSTGRESQL;

  private static final String PRODUCT = "gnomon.it.jdbc-matrix";
  private static final String BEGIN = "<!-- jdbc: begin -->\n";
  private static final String END = "<!-- jdbc: end -->";

  private static Runs runs;

  @BeforeAll
  static void runAll() {
    runs = new Runs();
    for (JdbcDriver driver : JdbcDriver.values()) {
      runs.add(driver, POOL);
    }
    for (JdbcPool pool : JdbcPool.values()) {
      runs.add(DRIVER, pool);
    }
  }

  @AfterAll
  static void tell() throws IOException {
    try {
      System.out.println(new CellTable("driver, through " + POOL.title, ofDrivers(), true));
      System.out.println(new CellTable("pool, by " + DRIVER.title, ofPools(), false));
      Files.writeString(Path.of("target", "jdbc-matrix.md"), readme());
    } finally {
      runs.close();
    }
  }

  private static List<Run> ofDrivers() {
    return Stream.of(JdbcDriver.values()).map(driver -> runs.get(driver, POOL)).toList();
  }

  private static List<Run> ofPools() {
    return Stream.of(JdbcPool.values()).map(pool -> runs.get(DRIVER, pool)).toList();
  }

  private static String readme() {
    return new ReadmeTables(ofDrivers(), ofPools()).markdown();
  }

  @TestFactory
  Stream<DynamicNode> everyDriver() {
    return Stream.of(JdbcDriver.values())
        .map(driver -> DynamicContainer.dynamicContainer(driver.title, cells(driver, POOL)));
  }

  @TestFactory
  Stream<DynamicNode> everyPool() {
    return Stream.of(JdbcPool.values())
        .map(pool -> DynamicContainer.dynamicContainer(pool.title, cells(DRIVER, pool)));
  }

  @TestFactory
  @EnabledIfSystemProperty(named = PRODUCT, matches = "true")
  Stream<DynamicNode> everyDriverThroughEveryPool() {
    List<DynamicNode> pairs = new ArrayList<>();
    for (JdbcDriver driver : JdbcDriver.values()) {
      for (JdbcPool pool : JdbcPool.values()) {
        if (worksTogether(driver, pool)) {
          runs.add(driver, pool);
          pairs.add(
              DynamicContainer.dynamicContainer(
                  driver.title + " / " + pool.title, cells(driver, pool)));
        }
      }
    }
    return pairs.stream();
  }

  /** HSQLDB fails with the statements that c3p0 keeps, without an agent too. */
  private static boolean worksTogether(JdbcDriver driver, JdbcPool pool) {
    return driver != JdbcDriver.HSQLDB || pool != JdbcPool.C3P0_CACHE;
  }

  private static Stream<DynamicTest> cells(JdbcDriver driver, JdbcPool pool) {
    Stream<DynamicTest> kinds =
        Stream.of(StatementKind.values())
            .map(
                kind ->
                    DynamicTest.dynamicTest(
                        kind.id(), () -> runs.get(driver, pool).cell(kind).check()));
    DynamicTest others =
        DynamicTest.dynamicTest("nothing else", () -> nothingElse(runs.get(driver, pool)));
    return Stream.concat(kinds, Stream.of(others));
  }

  private static void nothingElse(Run run) {
    assertThat(run.broken()).isNull();
    assertThat(run.told()).hasSameSizeAs(StatementKind.values());
    assertThat(run.others()).extracting(MetricPoint::attributes, MetricPoint::value).isEmpty();
    assertThat(run.failures()).isZero();
  }

  @Test
  void theReadmeHasTheTablesOfWhatRan() throws IOException {
    String readme = Files.readString(Path.of("..", "README.md"));
    assertThat(readme).contains(BEGIN).contains(END);
    assertThat(readme.substring(readme.indexOf(BEGIN) + BEGIN.length(), readme.indexOf(END)).trim())
        .as("the block in README.md; what it has to be is in it-tests/target/jdbc-matrix.md")
        .isEqualTo(readme().trim());
  }
}
