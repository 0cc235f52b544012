package io.gnomon.benchmarks.overhead;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the service runs under.
 *
 * @param name as the command line says it
 * @param title as the report says it
 * @param jar the agent, or null for none
 * @param settings JVM options besides where to send to and how; empty for the agent's defaults
 */
record Contender(String name, String title, @Nullable Path jar, List<String> settings) {

  static final String NONE = "none";
  static final String GNOMON = "gnomon";
  static final String OPENTELEMETRY = "opentelemetry";
  static final String OPENTELEMETRY_NO_TRACES = "opentelemetry-no-traces";

  /** All of them, in the order in which they run. */
  static final List<String> ALL = List.of(NONE, GNOMON, OPENTELEMETRY, OPENTELEMETRY_NO_TRACES);

  /** The contender of this name, with the jar that the build left under the root of the project. */
  static Contender of(String name, Path root) {
    return switch (name) {
      case NONE -> new Contender(name, "no agent", null, List.of());
      case GNOMON ->
          new Contender(name, "Gnomon", root.resolve("agent/target/gnomon-agent.jar"), List.of());
      case OPENTELEMETRY -> new Contender(name, "OpenTelemetry", openTelemetry(root), List.of());
      case OPENTELEMETRY_NO_TRACES ->
          new Contender(
              name,
              "OpenTelemetry without traces",
              openTelemetry(root),
              List.of("-Dotel.traces.exporter=none"));
      default -> throw new IllegalArgumentException("no such agent: " + name);
    };
  }

  private static Path openTelemetry(Path root) {
    try (Stream<Path> files = Files.list(root.resolve("benchmarks/target/agents"))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("opentelemetry-javaagent"))
          .findFirst()
          .orElseThrow();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  List<String> jvmOptions(int sinkPort) {
    if (jar == null) {
      return List.of();
    }
    List<String> options = new ArrayList<>(settings);
    options.add("-javaagent:" + jar);
    options.add("-Dotel.exporter.otlp.endpoint=http://127.0.0.1:" + sinkPort);
    options.add("-Dotel.exporter.otlp.protocol=http/protobuf");
    options.add("-Dotel.service.name=shop");
    return options;
  }

  long jarBytes() {
    try {
      return jar == null ? 0 : Files.size(jar);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
