package io.gnomon.exporter;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.gnomon", importOptions = ImportOption.DoNotIncludeTests.class)
class ModuleRulesTest {

  @ArchTest
  static final ArchRule ONLY_THE_EXPORTER_SEES_OPENTELEMETRY =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.gnomon.exporter..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.opentelemetry..");

  @ArchTest
  static final ArchRule THE_FACE_AND_THE_SETTINGS_LOAD_NO_OPENTELEMETRY =
      noClasses()
          .that()
          .resideInAnyPackage("io.gnomon.exporter", "io.gnomon.exporter.settings")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.opentelemetry..");

  @ArchTest
  static final ArchRule NO_OKHTTP_NO_KOTLIN =
      noClasses().should().dependOnClassesThat().resideInAnyPackage("okhttp3..", "kotlin..");
}
