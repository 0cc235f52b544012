package io.gnomon.core.request;

import org.jspecify.annotations.Nullable;

/**
 * Starts and ends requests: {@code http.server.active_requests} and {@code
 * http.server.request.duration}. Safe for any thread; no allocation in steady state.
 */
public final class Requests {

  Requests() {}

  /**
   * Starts a request now. Does not make it the thread's current one.
   *
   * @param method the method as the client sent it; unknown ones are told as {@code _OTHER}
   * @param scheme {@code http} or {@code https}
   * @return a record from the pool
   */
  public RequestRecord start(String method, String scheme) {
    throw new UnsupportedOperationException("contract only");
  }

  /**
   * Ends a request now and gives its record back to the pool; the caller forgets the record.
   * Calling it twice for one generation counts once.
   *
   * @param record the record
   * @param generation the generation that the caller started
   * @param status the final status, 100 to 599, or 0 if none was sent
   * @param protocolVersion {@code network.protocol.version} ({@code 1.1}, {@code 2}), or null
   */
  public void end(
      RequestRecord record, int generation, int status, @Nullable String protocolVersion) {
    throw new UnsupportedOperationException("contract only");
  }
}
