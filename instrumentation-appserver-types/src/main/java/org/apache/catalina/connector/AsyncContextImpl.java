package org.apache.catalina.connector;

/** GlassFish's asynchronous context; seen by its own package alone, where advice is inlined. */
public abstract class AsyncContextImpl {

  /** There is none to be made. */
  private AsyncContextImpl() {}

  /**
   * The request.
   *
   * @return not wrapped
   */
  public abstract Request getOriginalRequest();
}
