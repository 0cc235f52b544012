package io.gnomon.servlet;

import io.gnomon.instrumentation.InstrumentationModule;
import io.gnomon.instrumentation.MethodRule;
import io.gnomon.instrumentation.TypeRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * What the servlet instrumentation weaves: the connectors of the containers that we know, by name,
 * and whatever declares {@code Servlet.service} or {@code Filter.doFilter} of either name space.
 */
public final class ServletInstrumentation implements InstrumentationModule {

  private static final String PACKAGE = "io.gnomon.servlet.";
  private static final String JAKARTA = "#jakarta";

  private final List<TypeRule> rules;

  /** Immutable. */
  public ServletInstrumentation() {
    List<TypeRule> all = new ArrayList<>();
    all.addAll(tomcat());
    all.addAll(jetty9());
    all.addAll(jetty12());
    all.addAll(undertow());
    all.add(api("javax/servlet/", ""));
    all.add(api("jakarta/servlet/", JAKARTA));
    this.rules = Collections.unmodifiableList(all);
  }

  @Override
  public String name() {
    return "servlet";
  }

  @Override
  public List<TypeRule> rules() {
    return rules;
  }

  private static List<TypeRule> tomcat() {
    String both = "(Lorg/apache/coyote/Request;Lorg/apache/coyote/Response;";
    String service = PACKAGE + "tomcat.ServiceAdvice";
    return Arrays.asList(
        named(
            "org/apache/catalina/connector/CoyoteAdapter",
            false,
            MethodRule.exact("service", both + ")V", service),
            MethodRule.exact(
                "asyncDispatch", both + "Lorg/apache/tomcat/util/net/SocketEvent;)Z", service),
            MethodRule.exact("log", both + "J)V", PACKAGE + "tomcat.LogAdvice")),
        named(
            "org/apache/coyote/Request",
            true,
            MethodRule.exact("recycle", "()V", PACKAGE + "tomcat.RecycleAdvice")));
  }

  private static List<TypeRule> jetty9() {
    return Collections.singletonList(
        named(
            "org/eclipse/jetty/server/HttpChannel",
            true,
            MethodRule.exact("handle", "()Z", PACKAGE + "jetty9.HandleAdvice"),
            MethodRule.exact(
                "onBadMessage",
                "(Lorg/eclipse/jetty/http/BadMessageException;)V",
                PACKAGE + "jetty9.HandleAdvice"),
            MethodRule.exact(
                "handleException", "(Ljava/lang/Throwable;)V", PACKAGE + "jetty9.ExceptionAdvice"),
            MethodRule.exact("onCompleted", "()V", PACKAGE + "jetty9.CompletedAdvice"),
            MethodRule.exact("recycle", "()V", PACKAGE + "jetty9.RecycleAdvice")));
  }

  private static List<TypeRule> jetty12() {
    String jetty = "org/eclipse/jetty/";
    String servletChannel = PACKAGE + "jetty12.ServletChannelAdvice";
    String nestedChannel = PACKAGE + "jetty12.NestedChannelAdvice";
    return Arrays.asList(
        named(
            jetty + "server/internal/HttpChannelState",
            true,
            MethodRule.exact(
                "completeStream",
                "(Lorg/eclipse/jetty/server/HttpStream;Ljava/lang/Throwable;)V",
                PACKAGE + "jetty12.CompleteAdvice"),
            MethodRule.exact("recycle", "()V", PACKAGE + "jetty12.RecycleAdvice")),
        named(
            jetty + "server/internal/HttpChannelState$HandlerInvoker",
            false,
            MethodRule.exact("run", "()V", PACKAGE + "jetty12.InvokerAdvice")),
        TypeRule.named(
            Arrays.asList(
                jetty + "ee10/servlet/ServletChannel", jetty + "ee11/servlet/ServletChannel"),
            false,
            MethodRule.exact("handle", "()V", servletChannel)),
        TypeRule.named(
            Arrays.asList(jetty + "ee8/nested/HttpChannel", jetty + "ee9/nested/HttpChannel"),
            false,
            MethodRule.exact("handle", "()Z", nestedChannel)));
  }

  private static List<TypeRule> undertow() {
    String exchange = "io/undertow/server/HttpServerExchange";
    return Arrays.asList(
        named(
            "io/undertow/server/Connectors",
            false,
            MethodRule.exact(
                "executeRootHandler",
                "(Lio/undertow/server/HttpHandler;L" + exchange + ";)V",
                PACKAGE + "undertow.RootHandlerAdvice")),
        named(
            exchange,
            true,
            MethodRule.exact(
                "invokeExchangeCompleteListeners", "()V", PACKAGE + "undertow.CompletedAdvice")),
        named(
            "io/undertow/server/protocol/http/HttpReadListener",
            false,
            MethodRule.exact(
                "sendBadRequestAndClose",
                "(Lorg/xnio/StreamConnection;Ljava/lang/Throwable;)V",
                PACKAGE + "undertow.BadRequestAdvice")));
  }

  private static TypeRule api(String api, String renaming) {
    String both = "(L" + api + "ServletRequest;L" + api + "ServletResponse;";
    return TypeRule.mentioning(
        Collections.singletonList(api),
        false,
        MethodRule.exact("service", both + ")V", PACKAGE + "api.ServletAdvice" + renaming),
        MethodRule.exact(
            "doFilter",
            both + "L" + api + "FilterChain;)V",
            PACKAGE + "api.FilterAdvice" + renaming));
  }

  private static TypeRule named(String className, boolean slot, MethodRule... methods) {
    return TypeRule.named(Collections.singletonList(className), slot, methods);
  }
}
