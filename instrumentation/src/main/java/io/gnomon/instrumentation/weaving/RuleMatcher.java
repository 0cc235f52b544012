package io.gnomon.instrumentation.weaving;

import io.gnomon.instrumentation.MethodRule;
import java.util.List;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.matcher.ElementMatcher;
import org.jspecify.annotations.Nullable;

/** Our rules as Byte Buddy asks for them. */
final class RuleMatcher implements ElementMatcher<MethodDescription> {

  private final List<MethodRule> rules;

  RuleMatcher(List<MethodRule> rules) {
    this.rules = rules;
  }

  @Override
  public boolean matches(@Nullable MethodDescription method) {
    if (method == null || method.isAbstract() || method.isNative()) {
      return false;
    }
    for (MethodRule rule : rules) {
      if (rule.matches(method.getInternalName(), method.getDescriptor())) {
        return true;
      }
    }
    return false;
  }
}
