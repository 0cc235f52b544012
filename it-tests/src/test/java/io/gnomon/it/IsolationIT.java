package io.gnomon.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.it.harness.Build;
import io.gnomon.it.harness.Container;
import io.gnomon.it.harness.Service;
import io.gnomon.it.harness.ServiceBuilder;
import io.gnomon.otlpreceiver.OtlpReceiver;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** What the agent is made of is nowhere to be seen. */
class IsolationIT {

  private static final String MAIN = "com.example.libraries.LibrariesMain";

  @Test
  void anApplicationsOwnVersionsRunUnchanged() throws IOException {
    try (OtlpReceiver receiver = OtlpReceiver.start()) {
      String alone = libraries(receiver, 0);
      String beside = libraries(receiver, 1);
      assertThat(alone)
          .contains("Byte Buddy made from byte-buddy-1.12.23.jar")
          .contains("span true, global records false from opentelemetry-api-1.19.0.jar")
          .contains("HdrHistogram count 1 from HdrHistogram-2.1.12.jar")
          .contains("OkHttp 4.9.3 got pong from okhttp-4.9.3.jar")
          .contains("Kotlin 1.5.31 sum 6 from kotlin-stdlib-1.5.31.jar")
          .contains("H2 row 7");
      assertThat(beside).isEqualTo(alone);
      assertThat(receiver.sum("db.client.operation.duration", Map.of())).isEqualTo(1);
    }
  }

  private static String libraries(OtlpReceiver receiver, int agents) {
    try (Service service =
        ServiceBuilder.of(classPath(), MAIN).exportingTo(receiver).agents(agents).start()) {
      return service.get("/libraries").body();
    }
  }

  private static String classPath() {
    Path own = Build.services().resolve("libraries/target/classes");
    return own + File.pathSeparator + Container.classPath("libraries");
  }

  @Test
  void theApplicationSeesNoneOfTheAgentsLibraries() throws IOException {
    try (OtlpReceiver receiver = OtlpReceiver.start();
        Service service = ServiceBuilder.of(Container.TOMCAT_9).exportingTo(receiver).start()) {
      for (String name :
          List.of(
              "net.bytebuddy.ByteBuddy",
              "io.opentelemetry.api.OpenTelemetry",
              "org.HdrHistogram.Histogram",
              "okhttp3.OkHttp",
              "kotlin.Unit",
              "io.gnomon.core.Core",
              "io.gnomon.shaded.bytebuddy.jar.asm.ClassReader")) {
        assertThat(service.get("/type?name=" + name).body()).as(name).isEqualTo("absent");
      }
      assertThat(service.get("/type?name=io.gnomon.agent.GnomonAgent").body())
          .as("what the application does see")
          .startsWith("found");
    }
  }

  @Test
  void theJarHoldsNoClassOutsideOurNames() throws IOException {
    try (JarFile jar = new JarFile(Build.agentJar().toFile())) {
      List<String> classes =
          jar.stream().map(ZipEntry::getName).filter(name -> name.endsWith(".class")).toList();
      assertThat(classes).isNotEmpty().allMatch(name -> name.startsWith("io/gnomon/agent/"));
    }
  }
}
