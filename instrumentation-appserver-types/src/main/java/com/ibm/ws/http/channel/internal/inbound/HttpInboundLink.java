package com.ibm.ws.http.channel.internal.inbound;

/** What parses the requests of a connection. */
public abstract class HttpInboundLink {

  /** There is none to be made. */
  private HttpInboundLink() {}

  /**
   * The exchange.
   *
   * @return a {@code HttpServiceContext}
   */
  public abstract Object getChannelAccessor();
}
