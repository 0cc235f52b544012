package com.ibm.wsspi.http;

/** A response as the web container sees it. */
public interface HttpResponse {

  /**
   * The status.
   *
   * @return so far
   */
  int getStatus();
}
