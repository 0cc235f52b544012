package io.gnomon.servlet.rules;

import io.gnomon.instrumentation.MethodRule;
import io.gnomon.instrumentation.TypeRule;
import java.util.Arrays;
import java.util.List;

/** Where Open Liberty is woven, javax and jakarta alike. */
public final class LibertyRules {

  private static final String DISPATCHER_LINK =
      "com/ibm/ws/http/dispatcher/internal/channel/HttpDispatcherLink";
  private static final String ADVICE = Rules.PACKAGE + "liberty.";

  private LibertyRules() {}

  /**
   * All of them.
   *
   * @return immutable data
   */
  public static List<TypeRule> rules() {
    String connection = "(Lcom/ibm/wsspi/channelfw/VirtualConnection;";
    return Arrays.asList(
        Rules.named(
            DISPATCHER_LINK,
            true,
            MethodRule.exact("ready", connection + ")V", ADVICE + "ReadyAdvice"),
            MethodRule.exact(
                "close", connection + "Ljava/lang/Exception;)V", ADVICE + "CloseAdvice"),
            MethodRule.exact("destroy", "(Ljava/lang/Exception;)V", ADVICE + "CloseAdvice")),
        Rules.named(
            DISPATCHER_LINK + "$TaskWrapper",
            false,
            MethodRule.exact("run", "()V", ADVICE + "TaskAdvice")),
        Rules.named(
            "com/ibm/ws/http/channel/internal/inbound/HttpInboundLink",
            false,
            MethodRule.exact(
                "sendErrorMessage",
                "(Lcom/ibm/wsspi/http/channel/values/StatusCodes;)V",
                ADVICE + "ErrorMessageAdvice")),
        Rules.named(
            "com/ibm/ws/webcontainer/async/DispatchRunnable",
            false,
            MethodRule.exact("run", "()V", ADVICE + "AsyncDispatchAdvice")));
  }
}
