package io.gnomon.servlet.rules;

import io.gnomon.instrumentation.MethodRule;
import io.gnomon.instrumentation.TypeRule;
import java.util.Arrays;
import java.util.List;

/**
 * Where frameworks leave the pattern of what they have chosen. Spring MVC is not here: its request
 * carries the pattern as an attribute.
 */
public final class FrameworkRules {

  private FrameworkRules() {}

  /**
   * All of them.
   *
   * @return immutable data
   */
  public static List<TypeRule> rules() {
    return Arrays.asList(
        jersey(),
        resteasyMethods(),
        resteasyLocators(),
        cxf(),
        struts("com/opensymphony/xwork2/", ""),
        struts("org/apache/struts2/", Rules.JAKARTA),
        faces("javax/faces/", ""),
        faces("jakarta/faces/", Rules.JAKARTA),
        webFlux());
  }

  private static TypeRule jersey() {
    return Rules.named(
        "org/glassfish/jersey/server/internal/routing/UriRoutingContext",
        false,
        MethodRule.between(
            "setEndpoint",
            "(Lorg/glassfish/jersey/server/internal/process/Endpoint;",
            ")V",
            Rules.PACKAGE + "jersey.RoutedAdvice"));
  }

  private static TypeRule resteasyMethods() {
    return Rules.named(
        "org/jboss/resteasy/core/ResourceMethodInvoker",
        false,
        resteasyInvoke("", "resteasy.MethodAdvice"),
        resteasyInvoke("Ljava/lang/Object;", "resteasy.MethodAdvice"));
  }

  private static TypeRule resteasyLocators() {
    return Rules.named(
        "org/jboss/resteasy/core/ResourceLocatorInvoker",
        false,
        resteasyInvoke("", "resteasy.LocatorAdvice"),
        resteasyInvoke("Ljava/lang/Object;", "resteasy.LocatorAdvice"));
  }

  /** Not the bridge of the same name, which returns the API's type. */
  private static MethodRule resteasyInvoke(String target, String advice) {
    return MethodRule.exact(
        "invoke",
        "(Lorg/jboss/resteasy/spi/HttpRequest;Lorg/jboss/resteasy/spi/HttpResponse;"
            + target
            + ")Lorg/jboss/resteasy/specimpl/BuiltResponse;",
        Rules.PACKAGE + advice);
  }

  private static TypeRule cxf() {
    String model = "Lorg/apache/cxf/jaxrs/model/";
    String root =
        "(Lorg/apache/cxf/message/Message;"
            + model
            + "ClassResourceInfo;"
            + model
            + "OperationResourceInfo;";
    return Rules.named(
        "org/apache/cxf/jaxrs/utils/JAXRSUtils",
        false,
        MethodRule.exact(
            "getUriTemplate", root + ")Ljava/lang/String;", Rules.PACKAGE + "cxf.TemplateAdvice"),
        MethodRule.exact(
            "getUriTemplate",
            root + model + "OperationResourceInfo;)Ljava/lang/String;",
            Rules.PACKAGE + "cxf.SubTemplateAdvice"));
  }

  private static TypeRule struts(String xwork, String renaming) {
    return Rules.named(
        xwork + "DefaultActionProxy",
        false,
        MethodRule.exact("prepare", "()V", Rules.PACKAGE + "struts.PreparedAdvice" + renaming));
  }

  /** A form that is sent may be answered by a redirect, without rendering. */
  private static TypeRule faces(String api, String renaming) {
    String context = "(L" + api + "context/FacesContext;)V";
    String advice = Rules.PACKAGE + "faces.ViewAdvice" + renaming;
    return Rules.named(
        api + "component/UIViewRoot",
        false,
        MethodRule.exact("processDecodes", context, advice),
        MethodRule.exact("encodeBegin", context, advice));
  }

  private static TypeRule webFlux() {
    String handler =
        "(Lorg/springframework/web/server/ServerWebExchange;Ljava/lang/Object;)"
            + "Lreactor/core/publisher/Mono;";
    return Rules.named(
        "org/springframework/web/reactive/DispatcherHandler",
        false,
        MethodRule.exact("invokeHandler", handler, Rules.PACKAGE + "webflux.HandledAdvice"),
        MethodRule.exact("handleRequestWith", handler, Rules.PACKAGE + "webflux.HandledAdvice"));
  }
}
