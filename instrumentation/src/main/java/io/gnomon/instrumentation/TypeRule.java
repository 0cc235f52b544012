package io.gnomon.instrumentation;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Which classes an instrumentation weaves: those of given names, or those whose constant pool
 * mentions a package and that declare a method of the rules. Immutable; data only.
 */
public final class TypeRule {

  private final List<String> classNames;
  private final List<String> mentions;
  private final boolean slot;
  private final List<MethodRule> methods;

  private TypeRule(
      List<String> classNames, List<String> mentions, boolean slot, List<MethodRule> methods) {
    this.classNames = Collections.unmodifiableList(classNames);
    this.mentions = Collections.unmodifiableList(mentions);
    this.slot = slot;
    this.methods = Collections.unmodifiableList(methods);
  }

  /**
   * Classes of exactly these names (a container's entry).
   *
   * @param classNames internal names, as {@code org/apache/catalina/connector/CoyoteAdapter}
   * @param slot whether the class gets a {@code Slot}
   * @param methods what is woven into it; may be empty if it only gets a slot
   * @return the rule
   */
  public static TypeRule named(List<String> classNames, boolean slot, MethodRule... methods) {
    return new TypeRule(classNames, Collections.<String>emptyList(), slot, Arrays.asList(methods));
  }

  /**
   * Classes (not interfaces) that declare one of the methods, not abstract, and whose constant pool
   * has a text that contains one of the given texts.
   *
   * @param mentions as {@code java/sql/}
   * @param slot whether the class gets a {@code Slot}
   * @param methods what is woven into it
   * @return the rule
   */
  public static TypeRule mentioning(List<String> mentions, boolean slot, MethodRule... methods) {
    return new TypeRule(Collections.<String>emptyList(), mentions, slot, Arrays.asList(methods));
  }

  /**
   * Exact names.
   *
   * @return internal names; empty if the rule goes by what a class mentions
   */
  public List<String> classNames() {
    return classNames;
  }

  /**
   * What the constant pool must mention.
   *
   * @return one of these; empty if the rule goes by names
   */
  public List<String> mentions() {
    return mentions;
  }

  /**
   * Whether the class gets a {@code Slot}.
   *
   * @return true if so
   */
  public boolean slot() {
    return slot;
  }

  /**
   * What is woven into it.
   *
   * @return the rules of its methods
   */
  public List<MethodRule> methods() {
    return methods;
  }
}
