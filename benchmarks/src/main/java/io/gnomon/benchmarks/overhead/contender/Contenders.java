package io.gnomon.benchmarks.overhead.contender;

import io.gnomon.benchmarks.overhead.process.Protocol;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds contenders by their names, with the jars that the build left. */
public final class Contenders {

  /** Those that always run. */
  public static final List<String> DEFAULT =
      List.of(Contender.NONE, Contender.GNOMON, Contender.OPENTELEMETRY, "opentelemetry-no-traces");

  private final Path root;

  /**
   * Those of a checkout.
   *
   * @param root of the project
   */
  public Contenders(Path root) {
    this.root = root;
  }

  /**
   * One of them.
   *
   * @param name as the command line says it
   * @return what it stands for
   * @throws IllegalArgumentException if there is no such contender, or its jar isn't there
   */
  public Contender named(String name) {
    return switch (name) {
      case Contender.NONE -> new Contender(name, "no agent", null, Protocol.OTLP, List.of());
      case Contender.GNOMON ->
          new Contender(
              name,
              "Gnomon",
              root.resolve("agent/target/gnomon-agent.jar"),
              Protocol.OTLP,
              List.of());
      case Contender.OPENTELEMETRY -> openTelemetry(name, "OpenTelemetry", List.of());
      case "opentelemetry-no-traces" ->
          openTelemetry(
              name, "OpenTelemetry without traces", List.of("-Dotel.traces.exporter=none"));
      // Without the setting it asks for a cloud's metadata, and so leaves the machine.
      case "elastic" ->
          new Contender(
              name,
              "Elastic",
              jar("elastic-apm-agent"),
              Protocol.ELASTIC,
              List.of("-Delastic.apm.cloud_provider=NONE"));
      case "datadog" ->
          new Contender(name, "Datadog", jar("dd-java-agent"), Protocol.DATADOG, List.of());
      default -> throw new IllegalArgumentException("no such agent: " + name);
    };
  }

  private Contender openTelemetry(String name, String title, List<String> settings) {
    return new Contender(name, title, jar("opentelemetry-javaagent"), Protocol.OTLP, settings);
  }

  private Path jar(String artifact) {
    try (Stream<Path> files = Files.list(root.resolve("benchmarks/target/agents"))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(artifact))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("no jar of " + artifact));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
