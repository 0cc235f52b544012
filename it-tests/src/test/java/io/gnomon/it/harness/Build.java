package io.gnomon.it.harness;

import java.nio.file.Path;
import java.util.Objects;

/** What the build hands to the tests. */
public final class Build {

  private Build() {}

  /**
   * The agent.
   *
   * @return the path of the jar
   */
  public static Path agentJar() {
    return path("gnomon.it.agent");
  }

  /**
   * Where the services' modules lie.
   *
   * @return the folder
   */
  public static Path services() {
    return path("gnomon.it.services");
  }

  private static Path path(String property) {
    return Path.of(
        Objects.requireNonNull(System.getProperty(property), "not set by the pom: " + property));
  }
}
