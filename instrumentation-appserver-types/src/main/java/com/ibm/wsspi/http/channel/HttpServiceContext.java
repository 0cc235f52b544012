package com.ibm.wsspi.http.channel;

/** One exchange on a connection. */
public interface HttpServiceContext {

  /**
   * The request.
   *
   * @return empty while nothing was parsed
   */
  HttpRequestMessage getRequest();

  /**
   * Whether the connection is one of TLS.
   *
   * @return true if so
   */
  boolean isSecure();
}
