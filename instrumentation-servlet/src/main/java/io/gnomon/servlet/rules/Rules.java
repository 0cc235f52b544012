package io.gnomon.servlet.rules;

import io.gnomon.instrumentation.MethodRule;
import io.gnomon.instrumentation.TypeRule;
import java.util.Collections;

/** What all rules share. */
final class Rules {

  /** Where advice lives. */
  static final String PACKAGE = "io.gnomon.servlet.";

  /** Behind an advice's name: the one for {@code jakarta} packages. */
  static final String JAKARTA = "#jakarta";

  private Rules() {}

  static TypeRule named(String className, boolean slot, MethodRule... methods) {
    return TypeRule.named(Collections.singletonList(className), slot, methods);
  }
}
