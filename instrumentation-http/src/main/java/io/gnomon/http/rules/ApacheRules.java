package io.gnomon.http.rules;

import io.gnomon.instrumentation.MethodRule;
import io.gnomon.instrumentation.TypeRule;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Apache HttpClient 4 from 4.3 on, and 5, classic and asynchronous: where each sends once. */
public final class ApacheRules {

  private static final String FIVE = "org/apache/hc/client5/http/";
  private static final String CORE = "Lorg/apache/hc/core5/http/";

  private ApacheRules() {}

  /**
   * All of them.
   *
   * @return immutable data
   */
  public static List<TypeRule> rules() {
    return Arrays.asList(four(), five(), fiveAsync(), fiveCallback(), fiveRuntime());
  }

  private static TypeRule four() {
    String client = "org/apache/http/client/";
    return TypeRule.named(
        Arrays.asList(
            "org/apache/http/impl/execchain/MainClientExec",
            "org/apache/http/impl/execchain/MinimalClientExec"),
        false,
        MethodRule.between(
            "execute",
            "(Lorg/apache/http/conn/routing/HttpRoute;L"
                + client
                + "methods/HttpRequestWrapper;L"
                + client
                + "protocol/HttpClientContext;",
            ")L" + client + "methods/CloseableHttpResponse;",
            "io.gnomon.http.apache4.ExecAdvice"));
  }

  private static TypeRule five() {
    return TypeRule.named(
        Collections.singletonList(FIVE + "impl/classic/ConnectExec"),
        false,
        MethodRule.between(
            "execute",
            "(" + CORE + "ClassicHttpRequest;L" + FIVE + "classic/ExecChain$Scope;",
            ")" + CORE + "ClassicHttpResponse;",
            "io.gnomon.http.apache5.ConnectAdvice"));
  }

  private static TypeRule fiveAsync() {
    return TypeRule.named(
        Collections.singletonList(FIVE + "impl/async/AsyncConnectExec"),
        false,
        MethodRule.between(
            "execute",
            "(" + CORE + "HttpRequest;" + CORE + "nio/AsyncEntityProducer;L" + FIVE,
            "async/AsyncExecCallback;)V",
            "io.gnomon.http.apache5.AsyncConnectAdvice"));
  }

  /** Who waits for what {@code AsyncConnectExec} sends: the one before it in the chain. */
  private static TypeRule fiveCallback() {
    return TypeRule.named(
        Collections.singletonList(FIVE + "impl/async/AsyncProtocolExec$1"),
        true,
        MethodRule.between(
            "handleResponse",
            "(" + CORE + "HttpResponse;" + CORE + "EntityDetails;",
            ")" + CORE + "nio/AsyncDataConsumer;",
            "io.gnomon.http.apache5.ResponseAdvice"),
        MethodRule.exact(
            "failed", "(Ljava/lang/Exception;)V", "io.gnomon.http.apache5.FailedAdvice"));
  }

  /** What lives as long as an exchange, its redirects and repetitions. */
  private static TypeRule fiveRuntime() {
    return TypeRule.named(
        Arrays.asList(
            FIVE + "impl/async/InternalHttpAsyncExecRuntime",
            FIVE + "impl/async/InternalH2AsyncExecRuntime"),
        true);
  }
}
