package io.gnomon.servlet.rules;

import io.gnomon.instrumentation.MethodRule;
import io.gnomon.instrumentation.TypeRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Where Jetty is woven: 9.4 to 11 are of one kind, 12 is of another. */
public final class JettyRules {

  private JettyRules() {}

  /**
   * All of them.
   *
   * @return immutable data
   */
  public static List<TypeRule> rules() {
    List<TypeRule> all = new ArrayList<>(ofNine());
    all.addAll(ofTwelve());
    return all;
  }

  private static List<TypeRule> ofNine() {
    return Collections.singletonList(
        Rules.named(
            "org/eclipse/jetty/server/HttpChannel",
            true,
            MethodRule.exact("handle", "()Z", Rules.PACKAGE + "jetty9.HandleAdvice"),
            MethodRule.exact(
                "onBadMessage",
                "(Lorg/eclipse/jetty/http/BadMessageException;)V",
                Rules.PACKAGE + "jetty9.HandleAdvice"),
            MethodRule.exact(
                "handleException",
                "(Ljava/lang/Throwable;)V",
                Rules.PACKAGE + "jetty9.ExceptionAdvice"),
            MethodRule.exact(
                "sendResponse",
                "(Lorg/eclipse/jetty/http/MetaData$Response;Ljava/nio/ByteBuffer;"
                    + "ZLorg/eclipse/jetty/util/Callback;)Z",
                Rules.PACKAGE + "jetty9.SendAdvice"),
            MethodRule.exact(
                "commit",
                "(Lorg/eclipse/jetty/http/MetaData$Response;)V",
                Rules.PACKAGE + "jetty9.CommitAdvice"),
            MethodRule.exact("onCompleted", "()V", Rules.PACKAGE + "jetty9.CompletedAdvice"),
            MethodRule.exact("recycle", "()V", Rules.PACKAGE + "jetty9.RecycleAdvice")));
  }

  private static List<TypeRule> ofTwelve() {
    String jetty = "org/eclipse/jetty/";
    String complete = "(Lorg/eclipse/jetty/server/HttpStream;Ljava/lang/Throwable;)V";
    String servletChannel = Rules.PACKAGE + "jetty12.ServletChannelAdvice";
    String nestedChannel = Rules.PACKAGE + "jetty12.NestedChannelAdvice";
    return Arrays.asList(
        Rules.named(
            jetty + "server/internal/HttpChannelState",
            true,
            MethodRule.exact("completeStream", complete, Rules.PACKAGE + "jetty12.CompleteAdvice"),
            MethodRule.exact("recycle", "()V", Rules.PACKAGE + "jetty12.RecycleAdvice")),
        Rules.named(
            jetty + "server/internal/HttpChannelState$ChannelResponse",
            false,
            MethodRule.exact(
                "lockedPrepareResponse",
                "(Lorg/eclipse/jetty/server/internal/HttpChannelState;Z)"
                    + "Lorg/eclipse/jetty/http/MetaData$Response;",
                Rules.PACKAGE + "jetty12.CommitAdvice")),
        Rules.named(
            jetty + "server/internal/HttpChannelState$HandlerInvoker",
            false,
            MethodRule.exact("run", "()V", Rules.PACKAGE + "jetty12.InvokerAdvice"),
            MethodRule.exact(
                "completeStream", complete, Rules.PACKAGE + "jetty12.InvokerCompleteAdvice")),
        TypeRule.named(
            Arrays.asList(
                jetty + "ee10/servlet/ServletChannel", jetty + "ee11/servlet/ServletChannel"),
            false,
            MethodRule.exact("handle", "()V", servletChannel),
            MethodRule.exact("handle", "()Z", servletChannel)),
        TypeRule.named(
            Arrays.asList(jetty + "ee8/nested/HttpChannel", jetty + "ee9/nested/HttpChannel"),
            false,
            MethodRule.exact("handle", "()Z", nestedChannel)));
  }
}
