package io.gnomon.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The containers that the application is built for. */
public enum Container {
  /** javax. */
  TOMCAT_9("tomcat-9", "TomcatMain", 8),
  /** jakarta. */
  TOMCAT_10("tomcat-10", "TomcatMain", 17),
  /** jakarta. */
  TOMCAT_11("tomcat-11", "TomcatMain", 17),
  /** javax. */
  JETTY_9("jetty-9", "JettyMain", 8),
  /** jakarta. */
  JETTY_12("jetty-12", "JettyMain", 17),
  /** javax. */
  UNDERTOW_2_2("undertow-2.2", "UndertowMain", 8),
  /** jakarta. */
  UNDERTOW_2_3("undertow-2.3", "UndertowMain", 17);

  private final String folder;
  private final String main;
  private final int oldestJava;

  Container(String folder, String main, int oldestJava) {
    this.folder = folder;
    this.main = main;
    this.oldestJava = oldestJava;
  }

  /**
   * The class path of the application in this container.
   *
   * @return as for {@code -cp}
   */
  public String classPath() {
    return classPath(folder);
  }

  /**
   * The class path that the build wrote for a service.
   *
   * @param folder of the service
   * @return as for {@code -cp}
   */
  public static String classPath(String folder) {
    Path file = Build.services().resolve(folder).resolve("target/classpath.txt");
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("run mvn verify from the root: " + file, e);
    }
  }

  /**
   * The class to run.
   *
   * @return its full name
   */
  public String mainClass() {
    return "com.example.app." + main;
  }

  /**
   * The oldest Java that it runs on.
   *
   * @return as 8
   */
  public int oldestJava() {
    return oldestJava;
  }
}
