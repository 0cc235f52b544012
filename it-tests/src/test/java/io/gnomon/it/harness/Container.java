package io.gnomon.it.harness;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The containers that the application is built for. */
public enum Container {
  /** javax. */
  TOMCAT_8_5("Tomcat 8.5", "tomcat-8.5", "TomcatMain", 8),
  /** javax. */
  TOMCAT_9("Tomcat 9", "tomcat-9", "TomcatMain", 8),
  /** jakarta. */
  TOMCAT_10_0("Tomcat 10.0", "tomcat-10.0", "TomcatMain", 17),
  /** jakarta. */
  TOMCAT_10("Tomcat 10.1", "tomcat-10", "TomcatMain", 17),
  /** jakarta. */
  TOMCAT_11("Tomcat 11", "tomcat-11", "TomcatMain", 17),
  /** javax. */
  JETTY_9("Jetty 9.4", "jetty-9", "JettyMain", 8),
  /** javax. */
  JETTY_10("Jetty 10", "jetty-10", "JettyMain", 17),
  /** jakarta. */
  JETTY_11("Jetty 11", "jetty-11", "JettyMain", 17),
  /** jakarta. */
  JETTY_12("Jetty 12 ee10", "jetty-12", "JettyMain", 17),
  /** javax. */
  JETTY_12_EE8("Jetty 12 ee8", "jetty-12-ee8", "JettyMain", 17),
  /** jakarta. */
  JETTY_12_EE9("Jetty 12 ee9", "jetty-12-ee9", "JettyMain", 17),
  /** jakarta. */
  JETTY_12_EE11("Jetty 12.1 ee11", "jetty-12-ee11", "JettyMain", 17),
  /** javax. */
  UNDERTOW_2_2("Undertow 2.2", "undertow-2.2", "UndertowMain", 8),
  /** jakarta. */
  UNDERTOW_2_3("Undertow 2.3", "undertow-2.3", "UndertowMain", 17);

  private final String title;
  private final String folder;
  private final String main;
  private final int oldestJava;

  Container(String title, String folder, String main, int oldestJava) {
    this.title = title;
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
    // Jetty's start is compiled for each version.
    return Build.services().resolve(folder).resolve("target/classes")
        + File.pathSeparator
        + classPath(folder);
  }

  /**
   * What it is called.
   *
   * @return as {@code Tomcat 9}
   */
  public String title() {
    return title;
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
