package io.gnomon.servlet.webflux;

import io.gnomon.bootstrap.ServletProbe;
import net.bytebuddy.asm.Advice;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;

/** {@code DispatcherHandler}, which knows the handler: the exchange carries its pattern. */
final class HandledAdvice {

  private HandledAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.Argument(0) Object exchange) {
    Object pattern =
        ((ServerWebExchange) exchange)
            .getAttributes()
            .get("org.springframework.web.reactive.HandlerMapping.bestMatchingPattern");
    if (pattern instanceof PathPattern) {
      ServletProbe.controller(null, ((PathPattern) pattern).getPatternString());
    }
  }
}
