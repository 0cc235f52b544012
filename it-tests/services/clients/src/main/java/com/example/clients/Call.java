package com.example.clients;

import java.util.Map;

/** One way to call. */
@FunctionalInterface
public interface Call {

  /** How long a client waits for a response, in milliseconds: {@code clients.timeout}. */
  int TIMEOUT_MILLIS = Integer.getInteger("clients.timeout", 10_000);

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
