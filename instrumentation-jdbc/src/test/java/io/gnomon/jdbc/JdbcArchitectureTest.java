package io.gnomon.jdbc;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.reflect.Method;
import net.bytebuddy.asm.Advice;
import org.assertj.core.api.SoftAssertions;

@AnalyzeClasses(packages = "io.gnomon.jdbc", importOptions = DoNotIncludeTests.class)
class JdbcArchitectureTest {

  @ArchTest
  static final ArchRule doesNotSeeTheExporter =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.gnomon.exporter..", "io.opentelemetry..", "io.gnomon.agent..");

  @ArchTest
  static final ArchRule adviceNamesOnlyTheJdkAndTheProbe =
      classes()
          .that()
          .resideInAnyPackage("..jdbc.advice", "..jdbc.pools.advice")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java.lang..",
              "io.gnomon.bootstrap",
              "net.bytebuddy.asm",
              "net.bytebuddy.implementation.bytecode.assign",
              "org.jspecify..");

  @ArchTest
  static final ArchRule onlyAdviceNamesByteBuddy =
      noClasses()
          .that()
          .resideOutsideOfPackages("..jdbc.advice", "..jdbc.pools.advice")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("net.bytebuddy..");

  @ArchTest
  static void eachAdviceIsGuarded(JavaClasses classes) throws Exception {
    SoftAssertions guarded = new SoftAssertions();
    int advices = 0;
    for (JavaClass type : classes) {
      if (!type.getPackageName().endsWith(".advice")) {
        continue;
      }
      for (JavaMethod described : type.getMethods()) {
        advices++;
        Method method = described.reflect();
        Advice.OnMethodEnter enter = method.getAnnotation(Advice.OnMethodEnter.class);
        Advice.OnMethodExit exit = method.getAnnotation(Advice.OnMethodExit.class);
        Class<?> suppressed = enter != null ? enter.suppress() : exit.suppress();
        guarded.assertThat(suppressed).as(described.getFullName()).isEqualTo(Throwable.class);
      }
    }
    guarded.assertThat(advices).as("methods of advice that were looked at").isGreaterThan(30);
    guarded.assertAll();
  }
}
