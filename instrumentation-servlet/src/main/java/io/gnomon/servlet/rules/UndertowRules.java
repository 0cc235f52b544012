package io.gnomon.servlet.rules;

import io.gnomon.instrumentation.MethodRule;
import io.gnomon.instrumentation.TypeRule;
import java.util.Arrays;
import java.util.List;

/** Where Undertow 2 is woven, javax and jakarta alike. */
public final class UndertowRules {

  private UndertowRules() {}

  /**
   * All of them.
   *
   * @return immutable data
   */
  public static List<TypeRule> rules() {
    String exchange = "io/undertow/server/HttpServerExchange";
    return Arrays.asList(
        Rules.named(
            "io/undertow/server/Connectors",
            false,
            MethodRule.exact(
                "executeRootHandler",
                "(Lio/undertow/server/HttpHandler;L" + exchange + ";)V",
                Rules.PACKAGE + "undertow.RootHandlerAdvice")),
        Rules.named(
            exchange,
            true,
            MethodRule.exact(
                "startResponse", "()L" + exchange + ";", Rules.PACKAGE + "undertow.CommitAdvice"),
            MethodRule.exact(
                "invokeExchangeCompleteListeners",
                "()V",
                Rules.PACKAGE + "undertow.CompletedAdvice")),
        Rules.named(
            "io/undertow/server/protocol/http/HttpReadListener",
            false,
            MethodRule.exact(
                "sendBadRequestAndClose",
                "(Lorg/xnio/StreamConnection;Ljava/lang/Throwable;)V",
                Rules.PACKAGE + "undertow.BadRequestAdvice")),
        Rules.named(
            "io/undertow/conduits/ChunkedStreamSourceConduit",
            false,
            MethodRule.exact(
                "read", "(Ljava/nio/ByteBuffer;)I", Rules.PACKAGE + "undertow.ChunkedReadAdvice")));
  }
}
