package io.gnomon.instrumentation.matching;

import io.gnomon.instrumentation.MethodRule;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/** What is to be woven into one class: the rules that its methods met. Immutable. */
public final class ClassMatch {

  private final Set<MethodRule> methods;
  private final boolean slot;

  ClassMatch(Set<MethodRule> methods, boolean slot) {
    this.methods = Collections.unmodifiableSet(new LinkedHashSet<>(methods));
    this.slot = slot;
  }

  /**
   * The rules that apply.
   *
   * @return each met by at least one method that the class declares
   */
  public Set<MethodRule> methods() {
    return methods;
  }

  /**
   * Whether the class gets a {@code Slot}.
   *
   * @return true if so
   */
  public boolean slot() {
    return slot;
  }
}
