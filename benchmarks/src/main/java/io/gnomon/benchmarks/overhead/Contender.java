package io.gnomon.benchmarks.overhead;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the service runs under.
 *
 * @param name as the command line says it
 * @param title as the report says it
 * @param jar the agent, or null for none
 */
record Contender(String name, String title, @Nullable Path jar) {

  static final String NONE = "none";

  /** The contender of this name, with the jar that the build left under the root of the project. */
  static Contender of(String name, Path root) {
    return switch (name) {
      case NONE -> new Contender(name, "no agent", null);
      case "gnomon" -> new Contender(name, "Gnomon", root.resolve("agent/target/gnomon-agent.jar"));
      case "opentelemetry" ->
          new Contender(
              name, "OpenTelemetry", only(root.resolve("benchmarks/target/agents"), name));
      default -> throw new IllegalArgumentException("no such agent: " + name);
    };
  }

  private static Path only(Path directory, String prefix) {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(prefix))
          .findFirst()
          .orElseThrow();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Default settings of every agent, but for where it sends to and how. */
  List<String> jvmOptions(int sinkPort) {
    return jar == null
        ? List.of()
        : List.of(
            "-javaagent:" + jar,
            "-Dotel.exporter.otlp.endpoint=http://127.0.0.1:" + sinkPort,
            "-Dotel.exporter.otlp.protocol=http/protobuf",
            "-Dotel.service.name=shop");
  }

  long jarBytes() {
    try {
      return jar == null ? 0 : Files.size(jar);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
