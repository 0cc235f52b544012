package com.ibm.wsspi.http.channel;

/** A request as it was parsed. */
public interface HttpRequestMessage {

  /**
   * The method.
   *
   * @return null while nothing was parsed
   */
  String getMethod();

  /**
   * The scheme.
   *
   * @return of the connection
   */
  String getScheme();

  /**
   * The path.
   *
   * @return as sent, without the query
   */
  String getRequestURI();
}
