package io.gnomon.servlet.rules;

import io.gnomon.instrumentation.MethodRule;
import io.gnomon.instrumentation.TypeRule;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Whatever declares {@code Servlet.service} or {@code Filter.doFilter} of either name space. */
public final class ApiRules {

  private ApiRules() {}

  /**
   * All of them.
   *
   * @return immutable data
   */
  public static List<TypeRule> rules() {
    return Arrays.asList(api("javax/servlet/", ""), api("jakarta/servlet/", Rules.JAKARTA));
  }

  private static TypeRule api(String api, String renaming) {
    String both = "(L" + api + "ServletRequest;L" + api + "ServletResponse;";
    return TypeRule.mentioning(
        Collections.singletonList(api),
        false,
        MethodRule.exact("service", both + ")V", Rules.PACKAGE + "api.ServletAdvice" + renaming),
        MethodRule.exact(
            "doFilter",
            both + "L" + api + "FilterChain;)V",
            Rules.PACKAGE + "api.FilterAdvice" + renaming));
  }
}
