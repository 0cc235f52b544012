package com.example.clients;

/** One way to call. */
@FunctionalInterface
public interface Call {

  /** How long a client waits for a response, in milliseconds: {@code clients.timeout}. */
  int TIMEOUT_MILLIS = Integer.getInteger("clients.timeout", 10_000);

  /**
   * Calls and waits for the response.
   *
   * @param url where to
   * @return the status
   * @throws Exception if there is none
   */
  int get(String url) throws Exception;
}
