package io.gnomon.agent;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.lang.management.ManagementFactory;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import net.bytebuddy.asm.Advice;

/** The rules between the modules, over all that goes into the jar. */
@AnalyzeClasses(packages = "io.gnomon", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  /** Registers a bean if the user asks for it, when the application is up. */
  private static final String LATE_AND_ON_REQUEST = "io.gnomon.agent.report.BudgetsBean";

  @ArchTest
  static final ArchRule BOOTSTRAP_USES_THE_JDK_ALONE =
      ArchRuleDefinition.classes()
          .that()
          .resideInAPackage("io.gnomon.bootstrap")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("io.gnomon.bootstrap", "java.lang..", "java.util", "org.jspecify..");

  @ArchTest
  static final ArchRule CORE_KNOWS_NOBODY_ABOVE_IT =
      noClasses()
          .that()
          .resideInAPackage("io.gnomon.core..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.gnomon.instrumentation..",
              "io.gnomon.jdbc..",
              "io.gnomon.servlet..",
              "io.gnomon.http..",
              "io.gnomon.jvm..",
              "io.gnomon.tasks..",
              "io.gnomon.logging..",
              "io.gnomon.exporter..",
              "io.gnomon.agent..",
              "java.sql..",
              "net.bytebuddy..");

  @ArchTest
  static final ArchRule INSTRUMENTATION_DOES_NOT_SEE_THE_EXPORTER =
      noClasses()
          .that()
          .resideInAnyPackage(
              "io.gnomon.instrumentation..",
              "io.gnomon.jdbc..",
              "io.gnomon.servlet..",
              "io.gnomon.http..",
              "io.gnomon.jvm..",
              "io.gnomon.tasks..",
              "io.gnomon.logging..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.gnomon.exporter..", "io.gnomon.agent..");

  @ArchTest
  static final ArchRule ONLY_THE_EXPORTER_KNOWS_OPENTELEMETRY =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.gnomon.exporter..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.opentelemetry..");

  @ArchTest
  static final ArchRule ONLY_THE_WEAVER_AND_ADVICE_KNOW_BYTE_BUDDY =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "io.gnomon.instrumentation.weaving", "io.gnomon.instrumentation.advice")
          .and()
          .haveSimpleNameNotEndingWith("Advice")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("net.bytebuddy..");

  /** The jar has nothing else of it: advice is compiled against it, and never loaded. */
  @ArchTest
  static final ArchRule OF_BYTE_BUDDY_ONLY_ITS_ASM_RUNS =
      noClasses()
          .that()
          .resideInAnyPackage("io.gnomon.instrumentation..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "net.bytebuddy",
              "net.bytebuddy.asm..",
              "net.bytebuddy.description..",
              "net.bytebuddy.dynamic..",
              "net.bytebuddy.implementation..",
              "net.bytebuddy.matcher..",
              "net.bytebuddy.pool..",
              "net.bytebuddy.utility..",
              "net.bytebuddy.jar.asm.commons..");

  @ArchTest
  static final ArchRule NOBODY_STARTS_JAVA_UTIL_LOGGING =
      noClasses().should().dependOnClassesThat().resideInAPackage("java.util.logging..");

  @ArchTest
  static final ArchRule ONLY_THE_REPORT_KNOWS_JSON =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.gnomon.agent.report")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.grack..");

  @ArchTest
  static final ArchRule NOBODY_ELSE_ASKS_THE_JVM_FOR_BEANS =
      noClasses()
          .that()
          .resideOutsideOfPackages("io.gnomon.jvm..", "io.gnomon.exporter.resource..")
          .and()
          .doNotHaveFullyQualifiedName(LATE_AND_ON_REQUEST)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.lang.management..", "javax.management..", "com.sun.management..");

  @ArchTest
  static final ArchRule NOBODY_STARTS_THE_MBEAN_SERVER =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName(LATE_AND_ON_REQUEST)
          .should()
          .callMethod(ManagementFactory.class, "getPlatformMBeanServer")
          .orShould()
          .dependOnClassesThat()
          .belongToAnyOf(MBeanServer.class, MBeanServerFactory.class);

  @ArchTest
  static final ArchRule EVERY_ADVICE_IS_GUARDED =
      methods()
          .that()
          .areAnnotatedWith(Advice.OnMethodEnter.class)
          .or()
          .areAnnotatedWith(Advice.OnMethodExit.class)
          .should(swallowEveryThrowable());

  private static ArchCondition<JavaMethod> swallowEveryThrowable() {
    return new ArchCondition<>("swallow every Throwable") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        boolean guarded =
            method.getAnnotations().stream()
                .filter(a -> a.getRawType().getName().startsWith(Advice.class.getName()))
                .map(a -> a.get("suppress").orElse(null))
                .allMatch(
                    type ->
                        type instanceof JavaClass
                            && ((JavaClass) type).isEquivalentTo(Throwable.class));
        events.add(new SimpleConditionEvent(method, guarded, method.getFullName()));
      }
    };
  }
}
