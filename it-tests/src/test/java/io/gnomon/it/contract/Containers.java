package io.gnomon.it.contract;

import io.gnomon.it.harness.Container;
import java.io.File;

/** What is said of the embedded containers. */
public final class Containers {

  private static final String OWN_EXCEPTION = "tells of it by its own exception";
  private static final String TOMCAT_ABORT = "org.apache.catalina.connector.ClientAbortException";

  /** Since when a channel says "connection reset" by an exception of its own. */
  private static final int SOCKET_EXCEPTION = 13;

  private static final String JETTY_END = "org.eclipse.jetty.io.EofException";

  private Containers() {}

  /**
   * A container with the application.
   *
   * @param container which
   * @param title for tables and tests
   * @param contextPath of the application
   * @param javaFeature of the JVM, as 17
   * @return what it is and where it differs
   */
  public static Subject subject(
      Container container, String title, String contextPath, int javaFeature) {
    Subject subject = new Subject(title, contextPath);
    String name = container.name();
    if (name.startsWith("UNDERTOW")) {
      undertow(subject, javaFeature);
    } else if (name.startsWith("TOMCAT")) {
      tomcat(subject, name.equals("TOMCAT_10_0"));
    } else {
      jetty(subject, name.startsWith("JETTY_12"));
    }
    return subject;
  }

  /**
   * A container with its version.
   *
   * @param container which
   * @return as {@code Tomcat 9 (9.0.123)}
   */
  static String versioned(Container container) {
    String artifact =
        container.name().startsWith("TOMCAT")
            ? "tomcat-embed-core"
            : container.name().startsWith("JETTY") ? "jetty-server" : "undertow-servlet";
    for (String entry : container.classPath().split(File.pathSeparator)) {
      String name = new File(entry).getName();
      if (name.startsWith(artifact + "-")) {
        String version = name.substring(artifact.length() + 1, name.length() - ".jar".length());
        return container.title() + " (" + version + ")";
      }
    }
    throw new IllegalStateException(container + " has no " + artifact);
  }

  /**
   * Any Tomcat, embedded or not.
   *
   * @param subject to which it is added
   * @param ten whether it is 10.0, which answers 500 where the others answer 400
   */
  public static void tomcat(Subject subject, boolean ten) {
    if (ten) {
      subject.shows(
          Case.CLIENT_GONE_IN_UPLOAD,
          OWN_EXCEPTION,
          Shown.failed("POST", "/upload", 500, TOMCAT_ABORT, 1));
    }
    subject
        .shows(
            Case.CLIENT_GONE_IN_DOWNLOAD,
            OWN_EXCEPTION,
            Shown.failed("GET", "/large", 200, TOMCAT_ABORT, 1))
        .shows(
            Case.EVENTS_CLIENT_GONE,
            "turns the status to 500, in its access log too",
            Shown.failed("GET", "/events", 500, "500", 1));
  }

  /**
   * Any Jetty.
   *
   * @param subject to which it is added
   * @param twelve whether it is of version 12
   */
  public static void jetty(Subject subject, boolean twelve) {
    subject.shows(
        Case.CLIENT_GONE_IN_DOWNLOAD,
        OWN_EXCEPTION,
        Shown.failed("GET", "/large", 200, JETTY_END, 1));
    if (twelve) {
      subject.shows(
          Case.EVENTS_CLIENT_GONE,
          OWN_EXCEPTION,
          Shown.failed("GET", "/events", 200, JETTY_END, 1));
    } else {
      subject.shows(
          Case.CLIENT_GONE_IN_UPLOAD,
          OWN_EXCEPTION,
          Shown.failed("POST", "/upload", 500, JETTY_END, 1));
    }
  }

  /**
   * Any Undertow.
   *
   * @param subject to which it is added
   * @param javaFeature of the JVM, as 17
   */
  public static void undertow(Subject subject, int javaFeature) {
    String reset =
        javaFeature < SOCKET_EXCEPTION ? "java.io.IOException" : "java.net.SocketException";
    subject
        .lacks(Case.JSP, "has no JSP of its own")
        .shows(
            Case.MALFORMED,
            "answers without having read the method",
            Shown.of("_OTHER", null, 400, 1))
        .shows(
            Case.CLIENT_GONE_IN_UPLOAD,
            OWN_EXCEPTION,
            Shown.failed("POST", "/upload", 200, reset, 1))
        .shows(
            Case.CLIENT_GONE_IN_DOWNLOAD,
            OWN_EXCEPTION,
            Shown.failed("GET", "/large", 200, "java.io.IOException", 1));
  }
}
