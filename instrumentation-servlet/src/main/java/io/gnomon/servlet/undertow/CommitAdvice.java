package io.gnomon.servlet.undertow;

import io.gnomon.bootstrap.CommitProbe;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import net.bytebuddy.asm.Advice;

/** {@code HttpServerExchange.startResponse}: no header may change from here on. */
final class CommitAdvice {

  private CommitAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.This HttpServerExchange exchange) {
    String timing = CommitProbe.serverTiming(exchange, exchange.getStatusCode());
    if (timing != null) {
      exchange.getResponseHeaders().add(new HttpString("Server-Timing"), timing);
    }
    if (CommitProbe.cacheable(exchange, exchange.getStatusCode())) {
      HeaderMap asked = exchange.getRequestHeaders();
      HeaderMap told = exchange.getResponseHeaders();
      HeaderValues lines = told.get(Headers.CACHE_CONTROL);
      int control = 0;
      for (int i = 0; lines != null && i < lines.size(); i++) {
        control |= CommitProbe.cacheControl(lines.get(i));
      }
      CommitProbe.cached(
          exchange,
          exchange.getStatusCode(),
          asked.contains(Headers.IF_NONE_MATCH) || asked.contains(Headers.IF_MODIFIED_SINCE),
          told.contains(Headers.ETAG),
          told.contains(Headers.LAST_MODIFIED),
          control);
    }
  }
}
