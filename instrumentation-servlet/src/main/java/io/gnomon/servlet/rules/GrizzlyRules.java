package io.gnomon.servlet.rules;

import io.gnomon.instrumentation.MethodRule;
import io.gnomon.instrumentation.TypeRule;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Where Grizzly is woven, from 2.4 to 5, and the web container of Payara and GlassFish on it. */
public final class GrizzlyRules {

  private static final String HTTP = "org/glassfish/grizzly/http/";
  private static final String SERVER = HTTP + "server/";
  private static final String BOTH = "(L" + SERVER + "Request;L" + SERVER + "Response;)";
  private static final String ADVICE = Rules.PACKAGE + "grizzly.";

  private GrizzlyRules() {}

  /**
   * All of them.
   *
   * @return immutable data
   */
  public static List<TypeRule> rules() {
    return Arrays.asList(
        TypeRule.named(
            Arrays.asList(SERVER + "HttpHandler", SERVER + "HttpHandlerChain"),
            false,
            MethodRule.exact("doHandle", BOTH + "Z", ADVICE + "DoHandleAdvice")),
        TypeRule.mentioning(
            Collections.singletonList(SERVER),
            false,
            MethodRule.exact("service", BOTH + "V", ADVICE + "ServiceAdvice")),
        Rules.named(
            SERVER + "Request",
            true,
            MethodRule.exact("onAfterService", "()V", ADVICE + "AfterServiceAdvice"),
            MethodRule.exact("recycle", "()V", ADVICE + "RecycleAdvice")),
        Rules.named(
            HTTP + "HttpServerFilter",
            false,
            MethodRule.exact(
                "onHttpHeaderError",
                "(L"
                    + HTTP
                    + "HttpHeader;Lorg/glassfish/grizzly/filterchain/FilterChainContext;Ljava/lang/Throwable;)V",
                ADVICE + "HeaderErrorAdvice")),
        Rules.named(
            "org/apache/catalina/connector/AsyncContextImpl$Handler",
            false,
            MethodRule.exact("run", "()V", ADVICE + "AsyncDispatchAdvice")));
  }
}
