package io.gnomon.bootstrap;

/**
 * What container and servlet advice reports. Types are JDK types because the servlet API is visible
 * only to the application. Called on application threads, concurrently.
 */
public abstract class ServletHandler extends ProbeHandler {

  /** For the one implementation, and for tests. */
  protected ServletHandler() {}
}
