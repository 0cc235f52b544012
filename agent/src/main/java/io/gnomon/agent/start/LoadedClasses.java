package io.gnomon.agent.start;

import io.gnomon.core.failures.Failures;
import io.gnomon.instrumentation.matching.ClassMatcher;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;

/**
 * Weaves classes that were loaded before the agent came, one by one, so that one that the JVM
 * refuses does not take the others with it.
 */
final class LoadedClasses {

  private LoadedClasses() {}

  /**
   * Has the JVM offer every loaded class that may be ours to a transformer, and keeps that
   * registered: a later retransformation by anyone must find our advice again.
   *
   * @param instrumentation the JVM's
   * @param matcher to tell by name which classes are worth it
   * @param transformer retransform-capable
   * @param failures counts the classes that were refused
   */
  static void weave(
      Instrumentation instrumentation,
      ClassMatcher matcher,
      ClassFileTransformer transformer,
      Failures failures) {
    instrumentation.addTransformer(transformer, true);
    for (Class<?> type : instrumentation.getAllLoadedClasses()) {
      try {
        if (isWorthIt(instrumentation, matcher, type)) {
          instrumentation.retransformClasses(type);
        }
      } catch (Throwable refused) {
        failures.caught("weaver", type.getName(), refused);
      }
    }
  }

  private static boolean isWorthIt(
      Instrumentation instrumentation, ClassMatcher matcher, Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    return loader != LoadedClasses.class.getClassLoader()
        && !type.isInterface()
        && !type.isArray()
        && (JdkClasses.isNamed(matcher, type) || (loader != null && matcher.mayMatch(type)))
        && instrumentation.isModifiableClass(type);
  }
}
