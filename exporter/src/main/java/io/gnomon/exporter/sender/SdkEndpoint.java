package io.gnomon.exporter.sender;

import io.opentelemetry.sdk.common.CompletableResultCode;
import java.util.Collection;

/**
 * An endpoint that one of the SDK's OTLP exporters sends to.
 *
 * @param <T> what a batch consists of
 */
abstract class SdkEndpoint<T> implements Endpoint<T> {

  private final Exchange exchange;
  private final SpareLine spare;

  SdkEndpoint(Transport transport) {
    this.exchange = transport.exchange;
    this.spare = transport.spare;
  }

  abstract CompletableResultCode export(Collection<T> batch);

  @Override
  public final Outcome send(Collection<T> batch) {
    exchange.begin();
    return exchange.end(export(batch));
  }

  @Override
  public final void rest() {
    spare.closeIfIdle();
  }
}
