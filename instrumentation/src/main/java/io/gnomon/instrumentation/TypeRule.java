package io.gnomon.instrumentation;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Which classes an instrumentation weaves: those of given names, of the application or of the JDK,
 * or those whose constant pool mentions a package and that declare a method of the rules.
 * Immutable; data only.
 */
public final class TypeRule {

  private final List<String> classNames;
  private final List<String> mentions;
  private final List<String> exceptPackages;
  private final boolean slot;
  private final boolean jdk;
  private final List<MethodRule> methods;
  private final List<MethodRule> companions;

  private TypeRule(
      List<String> classNames,
      List<String> mentions,
      List<String> exceptPackages,
      boolean slot,
      boolean jdk,
      List<MethodRule> methods,
      List<MethodRule> companions) {
    this.classNames = Collections.unmodifiableList(classNames);
    this.mentions = Collections.unmodifiableList(mentions);
    this.exceptPackages = Collections.unmodifiableList(exceptPackages);
    this.slot = slot;
    this.jdk = jdk;
    this.methods = Collections.unmodifiableList(methods);
    this.companions = Collections.unmodifiableList(companions);
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
    return new TypeRule(
        classNames,
        Collections.<String>emptyList(),
        Collections.<String>emptyList(),
        slot,
        false,
        Arrays.asList(methods),
        Collections.<MethodRule>emptyList());
  }

  /**
   * Classes of the JDK of exactly these names, as its own loaders (boot, platform) load them. They
   * never get a slot, for those that are loaded already can't; and they are woven before the first
   * request or a moment after the start, so the probe of their advice must be initialized before.
   *
   * @param classNames internal names, as {@code java/util/concurrent/ThreadPoolExecutor}; those
   *     that a JDK does not have are ignored
   * @param methods what is woven into it
   * @return the rule
   */
  public static TypeRule ofJdk(List<String> classNames, MethodRule... methods) {
    return new TypeRule(
        classNames,
        Collections.<String>emptyList(),
        Collections.<String>emptyList(),
        false,
        true,
        Arrays.asList(methods),
        Collections.<MethodRule>emptyList());
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
    return new TypeRule(
        Collections.<String>emptyList(),
        mentions,
        Collections.<String>emptyList(),
        slot,
        false,
        Arrays.asList(methods),
        Collections.<MethodRule>emptyList());
  }

  /**
   * The same rule with methods that are woven besides, in a class that this rule chose: those whose
   * names ({@code close}, {@code next}) are too common to choose a class by.
   *
   * @param companions woven where they are declared
   * @return a copy
   */
  public TypeRule with(MethodRule... companions) {
    return new TypeRule(
        classNames, mentions, exceptPackages, slot, jdk, methods, Arrays.asList(companions));
  }

  /**
   * The same rule but for classes of some packages, whatever they mention and declare.
   *
   * @param packages what their internal names begin with, as {@code com/zaxxer/hikari/pool/}
   * @return a copy
   */
  public TypeRule except(List<String> packages) {
    return new TypeRule(classNames, mentions, packages, slot, jdk, methods, companions);
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
   * What the rule leaves alone.
   *
   * @return what the internal names of such classes begin with
   */
  public List<String> exceptPackages() {
    return exceptPackages;
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
   * Whether the names are those of classes of the JDK.
   *
   * @return true if only the JDK's own loaders' classes are meant
   */
  public boolean jdk() {
    return jdk;
  }

  /**
   * What is woven into it.
   *
   * @return the rules of its methods
   */
  public List<MethodRule> methods() {
    return methods;
  }

  /**
   * What is woven besides, once a class is chosen.
   *
   * @return the rules of further methods
   */
  public List<MethodRule> companions() {
    return companions;
  }
}
