package io.gnomon.agent.start;

import io.gnomon.core.failures.Failures;
import io.gnomon.instrumentation.matching.ClassMatcher;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;

/**
 * Weaves classes that were loaded before the agent came. Not only where it comes late: with an AOT
 * cache the JVM has loaded most of the application's classes before any agent.
 */
final class LoadedClasses {

  private static final Class<?>[] NONE = {};

  private LoadedClasses() {}

  /**
   * Weaves them, and keeps the transformer registered: a later retransformation by anyone must find
   * our advice again. Those of the JDK on a thread of its own unless the application runs already.
   *
   * @param instrumentation the JVM's
   * @param matcher to tell by name which classes are worth it
   * @param transformer retransform-capable
   * @param running whether the application runs
   * @param failures counts the classes that were refused
   */
  static void weave(
      Instrumentation instrumentation,
      ClassMatcher matcher,
      ClassFileTransformer transformer,
      boolean running,
      Failures failures) {
    List<Class<?>> loaded = worthWeaving(instrumentation, matcher, running);
    if (matcher.hasJdk() || !loaded.isEmpty()) {
      instrumentation.addTransformer(transformer, true);
    }
    if (matcher.hasJdk() && !running) {
      JdkClasses.weave(instrumentation, matcher, failures);
    }
    weave(loaded, instrumentation, failures);
  }

  private static List<Class<?>> worthWeaving(
      Instrumentation instrumentation, ClassMatcher matcher, boolean jdk) {
    List<Class<?>> types = new ArrayList<>();
    for (Class<?> type : instrumentation.getAllLoadedClasses()) {
      if (isWorthIt(matcher, type, jdk) && instrumentation.isModifiableClass(type)) {
        types.add(type);
      }
    }
    return types;
  }

  private static boolean isWorthIt(ClassMatcher matcher, Class<?> type, boolean jdk) {
    ClassLoader loader = type.getClassLoader();
    return loader != LoadedClasses.class.getClassLoader()
        && !type.isInterface()
        && !type.isArray()
        && ((jdk && JdkClasses.isNamed(matcher, type))
            || (loader != null && matcher.mayMatch(type)));
  }

  /**
   * Has the JVM offer them to the transformers: all at once, because each time the JVM stops and
   * goes through all that is loaded; one by one if it refuses, so that one class that it refuses
   * does not take the others with it.
   *
   * @param types loaded and modifiable
   * @param instrumentation the JVM's
   * @param failures counts the classes that were refused
   */
  static void weave(List<Class<?>> types, Instrumentation instrumentation, Failures failures) {
    try {
      if (!types.isEmpty()) {
        instrumentation.retransformClasses(types.toArray(NONE));
      }
    } catch (Throwable refused) {
      for (Class<?> type : types) {
        weave(type, instrumentation, failures);
      }
    }
  }

  private static void weave(Class<?> type, Instrumentation instrumentation, Failures failures) {
    try {
      instrumentation.retransformClasses(type);
    } catch (Throwable refused) {
      failures.caught("weaver", type.getName(), refused);
    }
  }
}
