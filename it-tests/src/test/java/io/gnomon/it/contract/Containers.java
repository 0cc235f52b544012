package io.gnomon.it.contract;

import io.gnomon.it.harness.Container;

/** What is said of the embedded containers. */
public final class Containers {

  private static final String OWN_EXCEPTION = "tells of it by its own exception";
  private static final String TOMCAT_ABORT = "org.apache.catalina.connector.ClientAbortException";
  private static final String JETTY_END = "org.eclipse.jetty.io.EofException";

  private Containers() {}

  /**
   * A container with the application.
   *
   * @param container which
   * @param title for tables and tests
   * @param contextPath of the application
   * @return what it is and where it differs
   */
  public static Subject subject(Container container, String title, String contextPath) {
    Subject subject = new Subject(title, contextPath);
    String name = container.name();
    if (name.startsWith("UNDERTOW")) {
      undertow(subject);
    } else if (name.startsWith("TOMCAT")) {
      tomcat(subject, name.equals("TOMCAT_8_5") || name.equals("TOMCAT_10_0") ? 500 : 400);
    } else {
      jetty(subject, name.startsWith("JETTY_12"));
    }
    return subject;
  }

  /**
   * Any Tomcat, embedded or not.
   *
   * @param subject to which it is added
   * @param statusOfBrokenUpload 400, or 500 of versions that are no longer maintained
   */
  public static void tomcat(Subject subject, int statusOfBrokenUpload) {
    subject
        .shows(
            Case.CLIENT_GONE_IN_UPLOAD,
            OWN_EXCEPTION,
            Shown.failed("POST", "/upload", statusOfBrokenUpload, TOMCAT_ABORT, 1))
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
    subject
        .shows(
            Case.CLIENT_GONE_IN_UPLOAD,
            OWN_EXCEPTION,
            twelve
                ? Shown.failed(
                    "POST",
                    "/upload",
                    400,
                    "org.eclipse.jetty.server.internal.HttpConnection$HttpEofException",
                    1)
                : Shown.failed("POST", "/upload", 500, JETTY_END, 1))
        .shows(
            Case.CLIENT_GONE_IN_DOWNLOAD,
            OWN_EXCEPTION,
            Shown.failed("GET", "/large", 200, JETTY_END, 1));
    if (twelve) {
      subject.shows(
          Case.EVENTS_CLIENT_GONE,
          OWN_EXCEPTION,
          Shown.failed("GET", "/events", 200, JETTY_END, 1));
    }
  }

  /**
   * Any Undertow.
   *
   * @param subject to which it is added
   */
  public static void undertow(Subject subject) {
    subject
        .lacks(Case.JSP, "has no JSP of its own")
        .shows(
            Case.MALFORMED,
            "answers without having read the method",
            Shown.of("_OTHER", null, 400, 1))
        .shows(
            Case.CLIENT_GONE_IN_UPLOAD,
            OWN_EXCEPTION,
            Shown.failed("POST", "/upload", 500, "java.io.IOException", 1))
        .shows(
            Case.CLIENT_GONE_IN_DOWNLOAD,
            OWN_EXCEPTION,
            Shown.failed("GET", "/large", 200, "java.io.IOException", 1));
  }
}
