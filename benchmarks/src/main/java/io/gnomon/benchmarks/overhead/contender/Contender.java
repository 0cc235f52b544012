package io.gnomon.benchmarks.overhead.contender;

import io.gnomon.benchmarks.overhead.process.Protocol;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the service runs under.
 *
 * @param name as the command line says it
 * @param title as the report says it
 * @param jar the agent, or null for none
 * @param protocol how it sends
 * @param settings JVM options besides where to send to and how; empty for the agent's defaults
 */
public record Contender(
    String name, String title, @Nullable Path jar, Protocol protocol, List<String> settings) {

  /** The name of the run without an agent. */
  public static final String NONE = "none";

  /** The name of this project's agent. */
  public static final String GNOMON = "gnomon";

  /** The name of the agent that goals are held against. */
  public static final String OPENTELEMETRY = "opentelemetry";

  /**
   * Whether it is an agent.
   *
   * @return false for the run without one
   */
  public boolean isAgent() {
    return jar != null;
  }

  /**
   * Whether it is this project's agent.
   *
   * @return true for one
   */
  public boolean isOwn() {
    return name.equals(GNOMON);
  }

  /**
   * What its JVM is started with.
   *
   * @param sinkPort where it is to send to
   * @return empty without an agent
   */
  public List<String> jvmOptions(int sinkPort) {
    if (jar == null) {
      return List.of();
    }
    String sink = "http://127.0.0.1:" + sinkPort;
    List<String> options = new ArrayList<>(settings);
    options.add("-javaagent:" + jar);
    options.addAll(
        switch (protocol) {
          case OTLP ->
              List.of(
                  "-Dotel.exporter.otlp.endpoint=" + sink,
                  "-Dotel.exporter.otlp.protocol=http/protobuf",
                  "-Dotel.service.name=shop");
          case ELASTIC ->
              List.of("-Delastic.apm.server_url=" + sink, "-Delastic.apm.service_name=shop");
          case DATADOG -> List.of("-Ddd.trace.agent.url=" + sink, "-Ddd.service=shop");
        });
    return options;
  }

  /**
   * What the agent's file is called, which tells its version.
   *
   * @return without the suffix, empty without an agent
   */
  public String jarName() {
    return jar == null ? "" : jar.getFileName().toString().replace(".jar", "");
  }

  /**
   * How large the agent's file is.
   *
   * @return bytes, 0 without an agent
   */
  public long jarBytes() {
    try {
      return jar == null ? 0 : Files.size(jar);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
