package io.gnomon.exporter.signals;

import io.gnomon.exporter.sender.Endpoint;

/**
 * Makes an endpoint when it is first needed.
 *
 * @param <T> what a batch consists of
 */
interface EndpointMaker<T> {

  /**
   * Makes it.
   *
   * @return the endpoint
   * @throws RuntimeException if it can't be made, with the reason
   */
  Endpoint<T> make();
}
