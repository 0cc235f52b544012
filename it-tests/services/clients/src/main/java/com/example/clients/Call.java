package com.example.clients;

/** One way to call. */
@FunctionalInterface
public interface Call {

  /** How long a client waits for a response, in milliseconds. */
  int TIMEOUT_MILLIS = 700;

  /**
   * Calls and waits for the response.
   *
   * @param url where to
   * @return the status
   * @throws Exception if there is none
   */
  int get(String url) throws Exception;
}
