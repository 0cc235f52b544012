package com.ibm.wsspi.http.channel;

import com.ibm.wsspi.http.channel.values.MethodValues;

/** A request as it was parsed. */
public interface HttpRequestMessage {

  /**
   * The method.
   *
   * @return as sent
   */
  String getMethod();

  /**
   * The method.
   *
   * @return {@link MethodValues#UNDEF} while nothing was parsed
   */
  MethodValues getMethodValue();

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
