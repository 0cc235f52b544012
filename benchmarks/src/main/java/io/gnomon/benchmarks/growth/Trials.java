package io.gnomon.benchmarks.growth;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Measures one point after another, each in a process of its own. */
final class Trials {

  /**
   * The same for all: nothing of the collector's runs beside what is measured, and what is softly
   * reachable counts as free.
   */
  static final List<String> JVM_OPTIONS =
      List.of("-Xms512m", "-Xmx512m", "-XX:+UseSerialGC", "-XX:SoftRefLRUPolicyMSPerMB=0");

  private static final long TIMEOUT_SECONDS = 120;
  private static final double NANOS_PER_MILLI = 1e6;

  private final Path root;
  private final Path classes;
  private final boolean quick;
  private final String sink;

  /**
   * Trials.
   *
   * @param root the project's
   * @param classes the jar of generated classes
   * @param quick for a look
   * @param sink URL of what takes all that is exported
   */
  Trials(Path root, Path classes, boolean quick, String sink) {
    this.root = root;
    this.classes = classes;
    this.quick = quick;
    this.sink = sink;
  }

  /** The figures of one point by their keys. */
  Map<String, Double> run(Dimension dimension, String variant, int count)
      throws IOException, InterruptedException {
    boolean loads = dimension.key().equals(Dimension.CLASSES.key());
    return run(loads ? loading(variant, count) : measuring(dimension, variant, count));
  }

  private List<String> measuring(Dimension dimension, String variant, int count) {
    List<String> command = java(System.getProperty("java.class.path"));
    command.add(Child.class.getName());
    command.addAll(
        List.of(dimension.key(), variant, Integer.toString(count), Boolean.toString(quick), sink));
    return command;
  }

  private List<String> loading(String variant, int count) {
    List<String> command = java(root.resolve("benchmarks/target/classes") + ":" + classes);
    if (variant.equals(Dimension.GNOMON)) {
      command.add(1, "-javaagent:" + root.resolve("agent/target/gnomon-agent.jar"));
      command.add(2, "-Dotel.exporter.otlp.endpoint=" + sink);
    }
    command.add(LoadClasses.class.getName());
    command.add(Integer.toString(count));
    return command;
  }

  private static List<String> java(String classPath) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JVM_OPTIONS);
    command.add("-cp");
    command.add(classPath);
    return command;
  }

  private static Map<String, Double> run(List<String> command)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    Map<String, Double> figures = new HashMap<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        figures.putIfAbsent("time", (System.nanoTime() - start) / NANOS_PER_MILLI);
        int equals = line.indexOf('=');
        figures.put(line.substring(0, equals), Double.valueOf(line.substring(equals + 1)));
      }
    }
    if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IOException("failed: " + String.join(" ", command));
    }
    return figures;
  }
}
