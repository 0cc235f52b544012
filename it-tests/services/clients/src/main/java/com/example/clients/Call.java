package com.example.clients;

import java.util.Map;

/** One way to call. */
@FunctionalInterface
public interface Call {

  /** How long a client waits for a response, in milliseconds. */
  int TIMEOUT_MILLIS = 700;

  /**
   * Calls and waits for the response.
   *
   * @param url where to
   * @param headers what the application sends of its own
   * @return the status
   * @throws Exception if there is none
   */
  int get(String url, Map<String, String> headers) throws Exception;
}
