package org.apache.catalina.connector;

/** GlassFish's servlet request. */
public abstract class Request {

  /** There is none to be made. */
  private Request() {}

  /**
   * The request that it adapts.
   *
   * @return Grizzly's
   */
  public abstract org.glassfish.grizzly.http.server.Request getCoyoteRequest();
}
