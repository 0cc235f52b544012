package io.gnomon.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.gnomon.it.harness.Build;
import io.gnomon.it.harness.ClassLoads;
import io.gnomon.it.harness.Command;
import io.gnomon.it.harness.Container;
import io.gnomon.it.harness.Jdk;
import io.gnomon.it.harness.Load;
import io.gnomon.it.harness.Service;
import io.gnomon.it.harness.ServiceBuilder;
import io.gnomon.otlpreceiver.OtlpReceiver;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * An application that has a class-data archive or an AOT cache of its own keeps it: with the agent
 * its classes and the JDK's come from there as without it, but for those that are woven at their
 * load and for the subclasses of those, which the JVM takes from an archive only together. On each
 * JDK from 17 on that is found.
 *
 * <p>What is so for any agent, and not ours to change:
 *
 * <ul>
 *   <li>A JVM that is to make an archive at its exit refuses to start with an agent. So the archive
 *       is made without it.
 *   <li>{@code -javaagent} adds the module {@code java.instrument}. A JVM of Java 25 or newer
 *       complains if an archive does not know that, uses it all the same, and refuses an AOT cache.
 *       So a cache is made with the agent, or with {@code --add-modules java.instrument}.
 * </ul>
 */
class ClassDataArchiveIT {

  private static final int OLDEST_JAVA = 17;

  /** The first that makes a cache in one step, by {@code -XX:AOTCacheOutput}. */
  private static final int OLDEST_CACHING_JAVA = 25;

  private static final int TIMES = 5;

  /** Tomcat, Hikari, H2 and the application have more in use. */
  private static final int AT_LEAST_CLASSES = 1_000;

  /** What is woven of the JDK's own archive, whose bytes no log tells. */
  private static final String WOVEN_OF_JDK = "java.util.concurrent.";

  private static final String ADD_MODULE = "--add-modules=java.instrument";
  private static final String STANDS_ASIDE = "WARN this JVM makes a class-data archive .*";

  private static final String REFUSES_CACHE =
      "AOT cache has aot-linked classes. It cannot be used when archived full module graph is not"
          + " used.";

  /** All of the JVM's own log; no service has it say anything else. */
  private static final String JVM_COMPLAINS = "\\[\\d.*]\\[(warning|error) *]\\[.*|.* VM warning.*";

  private static final long PATIENCE_SECONDS = 60;

  @TempDir Path folder;

  /**
   * A service that has ended.
   *
   * @param classes that it loaded
   * @param complaints of its JVM
   */
  private record Run(ClassLoads classes, List<String> complaints) {}

  /** A test on one JDK. */
  private interface Check {
    void on(Jdk jdk) throws IOException;
  }

  private static Stream<DynamicTest> onEach(int oldestJava, Check check) {
    return Stream.concat(Stream.of(Jdk.ofBuild()), Jdk.others().stream())
        .filter(jdk -> jdk.feature() >= oldestJava)
        .map(jdk -> dynamicTest(jdk.toString(), () -> check.on(jdk)));
  }

  @TestFactory
  Stream<DynamicTest> anArchiveStaysInUse() {
    return onEach(OLDEST_JAVA, this::archive);
  }

  private void archive(Jdk jdk) throws IOException {
    Path archive = folder.resolve("app-" + jdk.feature() + ".jsa");
    Run made = run(builder(jdk).agents(0).option("-XX:ArchiveClassesAtExit=" + archive));
    assertStaysInUse(jdk, made, "-XX:SharedArchiveFile=" + archive);
  }

  @TestFactory
  Stream<DynamicTest> noArchiveIsMadeWithAnAgent() {
    return onEach(OLDEST_JAVA, this::refused);
  }

  private void refused(Jdk jdk) {
    Path archive = folder.resolve("never-" + jdk.feature() + ".jsa");
    Command.Result result =
        Command.run(
            List.of(
                jdk.tool("java"),
                "-javaagent:" + Build.agentJar(),
                "-XX:ArchiveClassesAtExit=" + archive,
                "-cp",
                Container.classPath("tomcat-9"),
                Container.TOMCAT_9.mainClass()),
            Map.of(),
            PATIENCE_SECONDS);
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.out()).contains("Error occurred during CDS dumping").doesNotContain("PORT");
    assertThat(archive).doesNotExist();
  }

  @TestFactory
  Stream<DynamicTest> aCacheThatIsMadeWithTheAgentStaysInUse() {
    return onEach(OLDEST_CACHING_JAVA, this::cache);
  }

  /** Where it is made the agent stands aside, or the JVM would fail at its exit. */
  private void cache(Jdk jdk) throws IOException {
    Path cache = folder.resolve("with-agent-" + jdk.feature() + ".aot");
    Run made;
    try (OtlpReceiver receiver = OtlpReceiver.start()) {
      made =
          run(
              builder(jdk)
                  .exportingTo(receiver)
                  .option("-XX:AOTCacheOutput=" + cache)
                  .expect(STANDS_ASIDE));
      assertThat(receiver.metricNames()).isEmpty();
    }
    Run with = assertStaysInUse(jdk, made, "-XX:AOTCache=" + cache);
    assertThat(with.complaints()).isEmpty();
    assertThat(with.classes().redefined()).contains("javax.servlet.http.HttpServlet");
  }

  @TestFactory
  Stream<DynamicTest> aCacheThatDoesNotKnowTheModuleIsRefused() {
    return onEach(OLDEST_CACHING_JAVA, this::refusedCache);
  }

  private void refusedCache(Jdk jdk) throws IOException {
    Path cache = folder.resolve("without-agent-" + jdk.feature() + ".aot");
    run(builder(jdk).agents(0).option("-XX:AOTCacheOutput=" + cache));
    Run with = runCounted(jdk, "-XX:AOTCache=" + cache);
    assertThat(with.complaints()).anyMatch(line -> line.endsWith(REFUSES_CACHE));
    assertThat(with.classes().archived()).isEmpty();
  }

  /**
   * The same archive with the agent, and with no more than the module that any agent adds.
   *
   * @param made where the archive was made: no application class came from one
   */
  private Run assertStaysInUse(Jdk jdk, Run made, String use) throws IOException {
    Run without = run(builder(jdk).agents(0).option(use).option(ADD_MODULE));
    Run with = runCounted(jdk, use);
    assertThat(with.complaints()).isEqualTo(without.complaints());
    assertOnlyWovenAreLost(made.classes(), without.classes(), with.classes());
    System.out.println(
        "[it] "
            + jdk
            + ": "
            + without.classes().archived().size()
            + " classes from archives without the agent; with it "
            + without.classes().lostIn(with.classes()).size()
            + " of them from elsewhere, and "
            + with.classes().redefined().size()
            + " changed after their load");
    return with;
  }

  private static void assertOnlyWovenAreLost(ClassLoads made, ClassLoads without, ClassLoads with) {
    Set<String> ofJars = without.archived();
    ofJars.removeIf(name -> made.bytes(name).isEmpty());
    assertThat(ofJars)
        .contains("com.example.app.Pages", "org.apache.catalina.startup.Tomcat")
        .hasSizeGreaterThan(AT_LEAST_CLASSES);
    Set<String> lost = without.lostIn(with);
    lost.removeIf(name -> isWovenOrBelow(name, made, with));
    assertThat(lost).isEmpty();
  }

  /** A class that is woven at its load has other bytes than where the archive was made. */
  private static boolean isWovenOrBelow(String name, ClassLoads made, ClassLoads with) {
    for (String type = name; !type.isEmpty(); type = with.superclass(type)) {
      boolean woven =
          made.bytes(type).isEmpty()
              ? type.startsWith(WOVEN_OF_JDK)
              : !with.bytes(type).isEmpty() && !with.bytes(type).equals(made.bytes(type));
      if (woven) {
        return true;
      }
    }
    return false;
  }

  private Run runCounted(Jdk jdk, String use) throws IOException {
    try (OtlpReceiver receiver = OtlpReceiver.start()) {
      Run run = run(builder(jdk).exportingTo(receiver).option(use));
      String requests = "http.server.request.duration";
      assertThat(receiver.sum(requests, Map.of("http.route", "/query"))).isEqualTo(TIMES);
      assertThat(receiver.sum(requests, Map.of("http.route", "/async"))).isEqualTo(TIMES);
      assertThat(
              receiver.sum(
                  "db.client.operation.duration", Map.of("db.query.summary", "SELECT item")))
          .isEqualTo(2 * TIMES);
      assertThat(receiver.sum("gnomon.agent.failures", Map.of())).isZero();
      return run;
    }
  }

  /** Of jars alone: a folder on the class path would keep the JVM from making an archive. */
  private ServiceBuilder builder(Jdk jdk) {
    return ServiceBuilder.of(Container.classPath("tomcat-9"), Container.TOMCAT_9.mainClass())
        .on(jdk)
        .option(ClassLoads.option(folder));
  }

  private Run run(ServiceBuilder builder) {
    Service service = builder.start();
    Load.drive(service, "GET", "/query?n=2", TIMES, 200);
    Load.drive(service, "GET", "/async", TIMES, 200);
    service.stop();
    List<String> complaints =
        Stream.concat(service.out().lines(), service.err().lines())
            .filter(line -> line.matches(JVM_COMPLAINS))
            .map(line -> line.replaceFirst("^\\[[^]]*]", ""))
            .toList();
    return new Run(ClassLoads.read(folder, service.pid()), complaints);
  }
}
