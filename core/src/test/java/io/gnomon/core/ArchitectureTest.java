package io.gnomon.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.gnomon.core.nplusone.QueryRuns;
import io.gnomon.core.query.CallNest;
import io.gnomon.core.query.Execution;
import io.gnomon.core.query.Query;
import io.gnomon.core.request.RequestRecord;
import io.gnomon.core.request.ThreadState;

@AnalyzeClasses(packages = "io.gnomon.core", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule KNOWS_NEITHER_OPENTELEMETRY_NOR_BYTE_BUDDY =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.opentelemetry..",
              "net.bytebuddy..",
              "java.sql..",
              "java.util.logging..",
              "javax.management..",
              "java.util.stream..",
              "java.util.regex..");

  @ArchTest
  static final ArchRule METRICS_KNOW_NO_SQL_AND_NO_HTTP =
      noClasses()
          .that()
          .resideInAPackage("io.gnomon.core.metrics..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.gnomon.core.query..",
              "io.gnomon.core.request..",
              "io.gnomon.core.findings..",
              "io.gnomon.core.slowquery..",
              "io.gnomon.core.nplusone..");

  /**
   * A request keeps its queries, a query counts in its request, a thread's state holds both, and
   * what a scope remembers of its queries lies in its request or comes with an execution: the edges
   * that a record is made of are let through, so that any other cycle fails.
   */
  @ArchTest
  static final ArchRule FEATURES_HAVE_NO_CYCLES =
      slices()
          .matching("io.gnomon.core.(*)..")
          .should()
          .beFreeOfCycles()
          .ignoreDependency(ThreadState.class, CallNest.class)
          .ignoreDependency(ThreadState.class, Execution.class)
          .ignoreDependency(ThreadState.class, QueryRuns.class)
          .ignoreDependency(RequestRecord.class, Query.class)
          .ignoreDependency(RequestRecord.class, Execution.class)
          .ignoreDependency(RequestRecord.class, QueryRuns.class)
          .ignoreDependency(Execution.class, QueryRuns.class);
}
