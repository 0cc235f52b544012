package io.gnomon.it.contract;

import io.gnomon.it.harness.Build;
import io.gnomon.it.harness.Service;
import io.gnomon.it.harness.ServiceBuilder;
import io.gnomon.it.harness.StandaloneTomcat;
import io.gnomon.otlpreceiver.OtlpReceiver;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/** The contract, of web archives in a Tomcat as it is distributed and of executable jars. */
class PackagedContractIT {

  private static final String CONTEXT_PATH = "/shop";

  private static final List<Report> REPORTS = new ArrayList<>();

  @TestFactory
  Stream<DynamicContainer> webArchives() {
    return StandaloneTomcat.versions().stream().map(PackagedContractIT::archive);
  }

  @TestFactory
  Stream<DynamicContainer> executableJars() {
    return Stream.of("2.7", "3", "4").map(PackagedContractIT::jar);
  }

  @AfterAll
  static void tell() {
    System.out.println(new ContractTable(REPORTS));
  }

  private static DynamicContainer archive(String version) {
    StandaloneTomcat tomcat = StandaloneTomcat.of(version);
    tomcat.deploying(CONTEXT_PATH.substring(1), tomcat.applicationWar());
    Subject subject = new Subject("WAR in Tomcat " + version, CONTEXT_PATH);
    Containers.tomcat(subject, false);
    return hold(subject, ServiceBuilder.of(tomcat));
  }

  private static DynamicContainer jar(String version) {
    String files = "files are served by a controller with this pattern";
    Subject subject =
        new Subject("Spring Boot " + version, CONTEXT_PATH)
            .lacks(Case.JSP, "has none in an executable jar")
            .lacks(Case.WEB_SOCKET, "gives the application no container for them")
            .shows(Case.NOT_FOUND_INSIDE, files, Shown.of("GET", "/**", 404, Exchanges.TIMES))
            .shows(Case.STATIC_FILE, files, Shown.of("GET", "/**", 200, Exchanges.TIMES));
    Containers.tomcat(subject, false);
    return hold(
        subject,
        ServiceBuilder.of(Build.services().resolve("boot-" + version + "/target/shop.jar"))
            .set("server.servlet.context-path", CONTEXT_PATH));
  }

  private static DynamicContainer hold(Subject subject, ServiceBuilder builder) {
    Report report = run(subject, builder);
    REPORTS.add(report);
    return report.tests();
  }

  private static Report run(Subject subject, ServiceBuilder builder) {
    try (OtlpReceiver receiver = OtlpReceiver.start();
        Service service = Contract.exporting(builder, receiver).start()) {
      return Contract.run(subject, service, receiver);
    } catch (IOException | RuntimeException | AssertionError broken) {
      return Report.notRun(subject, broken);
    }
  }
}
