package com.ibm.wsspi.http;

/** A request as the web container sees it. */
public interface HttpRequest {

  /**
   * The protocol.
   *
   * @return as {@code HTTP/1.1}
   */
  String getVersion();
}
