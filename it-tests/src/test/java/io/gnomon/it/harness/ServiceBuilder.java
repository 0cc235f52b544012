package io.gnomon.it.harness;

import io.gnomon.otlpreceiver.OtlpReceiver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says how a service is to be started. */
public final class ServiceBuilder {

  private final Launcher launcher;
  private final Map<String, String> properties = new LinkedHashMap<>();
  private final Map<String, String> environment = new LinkedHashMap<>();
  private final List<String> options = new ArrayList<>();
  private final List<String> expected = new ArrayList<>();
  private Jdk jdk = Jdk.ofBuild();
  private int agents = 1;

  private ServiceBuilder(Launcher launcher) {
    this.launcher = launcher;
  }

  /**
   * The application in a container, with the agent, on the build's JDK.
   *
   * @param container which
   * @return a builder
   */
  public static ServiceBuilder of(Container container) {
    return of(container.classPath(), container.mainClass());
  }

  /**
   * Any program that says {@code PORT n} when it listens, with the agent, on the build's JDK.
   *
   * @param classPath as for {@code -cp}
   * @param mainClass its full name
   * @return a builder
   */
  public static ServiceBuilder of(String classPath, String mainClass) {
    return new ServiceBuilder(new JavaProgram(List.of("-cp", classPath, mainClass)));
  }

  /**
   * An executable jar that says {@code PORT n} when it listens, with the agent, on the build's JDK.
   *
   * @param jar where it lies
   * @return a builder
   */
  public static ServiceBuilder of(Path jar) {
    return new ServiceBuilder(new JavaProgram(List.of("-jar", jar.toString())));
  }

  /**
   * A standalone Tomcat, with the agent, on the build's JDK.
   *
   * @param tomcat with what is deployed in it
   * @return a builder
   */
  public static ServiceBuilder of(StandaloneTomcat tomcat) {
    return new ServiceBuilder(tomcat);
  }

  /**
   * An application server, with the agent, on the build's JDK.
   *
   * @param server with the application in it
   * @return a builder
   */
  public static ServiceBuilder of(AppServer server) {
    return new ServiceBuilder(server);
  }

  /**
   * On this JDK.
   *
   * @param on which
   * @return this
   */
  public ServiceBuilder on(Jdk on) {
    jdk = on;
    return this;
  }

  /**
   * How many times the agent is attached at start.
   *
   * @param times 0 for a service without it
   * @return this
   */
  public ServiceBuilder agents(int times) {
    agents = times;
    return this;
  }

  /**
   * Exports to this receiver, every second. No query is slow unless a test says so: on a busy
   * machine any may be. Nor are errors told, which many tests ask for, or traces held back. Traces
   * are kept as they are for a user, so any request's may be: they come by requests of their own,
   * which no test counts unless it is about traces.
   *
   * @param receiver where to
   * @return this
   */
  public ServiceBuilder exportingTo(OtlpReceiver receiver) {
    return set("otel.exporter.otlp.endpoint", receiver.httpEndpoint())
        .set("otel.metric.export.interval", "1000")
        .set("otel.service.name", "it")
        .set("gnomon.jdbc.slow-query-threshold", "off")
        .set("gnomon.errors.interval", "off")
        .set("gnomon.traces.max-per-second", "10000");
  }

  /**
   * Sets a system property.
   *
   * @param name its name
   * @param value its value
   * @return this
   */
  public ServiceBuilder set(String name, String value) {
    properties.put(name, value);
    return this;
  }

  /**
   * Sets an environment variable.
   *
   * @param name its name
   * @param value its value
   * @return this
   */
  public ServiceBuilder environment(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /**
   * Adds an option of the JVM.
   *
   * @param option as {@code -Xmx64m}
   * @return this
   */
  public ServiceBuilder option(String option) {
    options.add(option);
    return this;
  }

  /**
   * Expects lines in the agent's log.
   *
   * @param pattern a regular expression for level and message
   * @return this
   */
  public ServiceBuilder expect(String pattern) {
    expected.add(pattern);
    return this;
  }

  /**
   * Starts it and waits until it listens.
   *
   * @return the service
   */
  public Service start() {
    List<String> all = new ArrayList<>(List.of("-Xmx256m"));
    for (int i = 0; i < agents; i++) {
      all.add("-javaagent:" + Build.agentJar());
    }
    properties.forEach((name, value) -> all.add("-D" + name + "=" + value));
    all.addAll(options);
    ProcessBuilder builder = new ProcessBuilder();
    Command.set(builder.environment(), environment);
    try {
      launcher.prepare(builder, jdk, all);
      return new Service(builder.start(), launcher.port(), List.copyOf(expected)).awaitListening();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
