package io.gnomon.servlet.rules;

import io.gnomon.instrumentation.MethodRule;
import io.gnomon.instrumentation.TypeRule;
import java.util.Arrays;
import java.util.List;

/** Where Tomcat is woven, from 8.5 to 11. */
public final class TomcatRules {

  private TomcatRules() {}

  /**
   * All of them.
   *
   * @return immutable data
   */
  public static List<TypeRule> rules() {
    String both = "(Lorg/apache/coyote/Request;Lorg/apache/coyote/Response;";
    String service = Rules.PACKAGE + "tomcat.ServiceAdvice";
    return Arrays.asList(
        Rules.named(
            "org/apache/catalina/connector/CoyoteAdapter",
            false,
            MethodRule.exact("service", both + ")V", service),
            MethodRule.exact(
                "asyncDispatch", both + "Lorg/apache/tomcat/util/net/SocketEvent;)Z", service),
            MethodRule.exact("log", both + "J)V", Rules.PACKAGE + "tomcat.LogAdvice")),
        TypeRule.named(
            Arrays.asList(
                "org/apache/coyote/http11/Http11Processor",
                "org/apache/coyote/http2/StreamProcessor",
                "org/apache/coyote/ajp/AjpProcessor"),
            false,
            MethodRule.exact("prepareResponse", "()V", Rules.PACKAGE + "tomcat.CommitAdvice")),
        Rules.named(
            "org/apache/coyote/Request",
            true,
            MethodRule.exact("recycle", "()V", Rules.PACKAGE + "tomcat.RecycleAdvice")));
  }
}
