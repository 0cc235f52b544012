package io.gnomon.servlet.rules;

import io.gnomon.instrumentation.MethodRule;
import io.gnomon.instrumentation.TypeRule;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Where dispatches within a request are woven: the dispatchers of the containers, by name. */
public final class DispatchRules {

  private static final String ADVICE = Rules.PACKAGE + "dispatch.";
  private static final String FORWARD = ADVICE + "ForwardAdvice";
  private static final String INCLUDE = ADVICE + "IncludeAdvice";
  private static final String ERROR = ADVICE + "ErrorAdvice";
  private static final String ASYNC = ADVICE + "AsyncAdvice";

  private DispatchRules() {}

  /**
   * All of them.
   *
   * @return immutable data
   */
  public static List<TypeRule> rules() {
    String jetty = "org/eclipse/jetty/";
    return Collections.singletonList(
        TypeRule.named(
            Arrays.asList(
                "org/apache/catalina/core/ApplicationDispatcher",
                jetty + "server/Dispatcher",
                jetty + "ee8/nested/Dispatcher",
                jetty + "ee9/nested/Dispatcher",
                jetty + "ee10/servlet/Dispatcher",
                jetty + "ee11/servlet/Dispatcher",
                "io/undertow/servlet/spec/RequestDispatcherImpl",
                "com/ibm/ws/webcontainer/webapp/WebAppRequestDispatcher"),
            false,
            MethodRule.exact("forward", both("javax"), FORWARD),
            MethodRule.exact("forward", both("jakarta"), FORWARD),
            MethodRule.exact("include", both("javax"), INCLUDE),
            MethodRule.exact("include", both("jakarta"), INCLUDE),
            MethodRule.exact("error", both("javax"), ERROR),
            MethodRule.exact("error", both("jakarta"), ERROR),
            MethodRule.exact("error", ofUndertow("javax"), ERROR),
            MethodRule.exact("error", ofUndertow("jakarta"), ERROR),
            MethodRule.exact("dispatch", both("javax"), ASYNC),
            MethodRule.exact("dispatch", both("jakarta"), ASYNC),
            MethodRule.exact("async", both("jakarta"), ASYNC)));
  }

  private static String both(String space) {
    return "(L" + space + "/servlet/ServletRequest;L" + space + "/servlet/ServletResponse;)V";
  }

  private static String ofUndertow(String space) {
    return "(Lio/undertow/servlet/handlers/ServletRequestContext;L"
        + space
        + "/servlet/ServletRequest;L"
        + space
        + "/servlet/ServletResponse;Ljava/lang/String;Ljava/lang/Throwable;Ljava/lang/String;)V";
  }
}
