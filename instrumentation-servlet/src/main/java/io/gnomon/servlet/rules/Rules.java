package io.gnomon.servlet.rules;

import io.gnomon.instrumentation.MethodRule;
import io.gnomon.instrumentation.TypeRule;
import java.util.Collections;

/** What the rules of all containers share. */
final class Rules {

  /** Where advice lives. */
  static final String PACKAGE = "io.gnomon.servlet.";

  private Rules() {}

  static TypeRule named(String className, boolean slot, MethodRule... methods) {
    return TypeRule.named(Collections.singletonList(className), slot, methods);
  }
}
