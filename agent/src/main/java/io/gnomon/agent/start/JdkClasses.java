package io.gnomon.agent.start;

import io.gnomon.core.failures.Failures;
import io.gnomon.instrumentation.matching.ClassMatcher;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Weaves the classes of the JDK that a rule names and that were loaded before the agent came, as
 * {@code Thread} always was. On a thread of its own while the application starts: it is what loads
 * Byte Buddy, a quarter of a second of a processor, which a service needs anyway and a short
 * command need not wait for.
 */
final class JdkClasses implements Runnable {

  private static final String PART = "weaver";

  private final Instrumentation instrumentation;
  private final ClassMatcher matcher;
  private final Failures failures;

  private JdkClasses(Instrumentation instrumentation, ClassMatcher matcher, Failures failures) {
    this.instrumentation = instrumentation;
    this.matcher = matcher;
    this.failures = failures;
  }

  /**
   * Starts to weave, if a rule names a class of the JDK, and keeps the transformer registered: a
   * later retransformation by anyone must find our advice again.
   *
   * @param instrumentation the JVM's
   * @param matcher knows the names
   * @param transformer retransform-capable
   * @param failures counts the classes that were refused
   */
  static void weave(
      Instrumentation instrumentation,
      ClassMatcher matcher,
      ClassFileTransformer transformer,
      Failures failures) {
    if (matcher.hasJdk()) {
      instrumentation.addTransformer(transformer, true);
      AgentThread.of("gnomon-jdk", new JdkClasses(instrumentation, matcher, failures)).start();
    }
  }

  /** Whether a rule names a class that a loader of the JDK has loaded. */
  static boolean isNamed(ClassMatcher matcher, Class<?> type) {
    return isOfJdk(type.getClassLoader()) && matcher.isOfJdk(type.getName().replace('.', '/'));
  }

  /** The agent's loader is a child of the platform loader, of the boot loader on Java 8. */
  private static boolean isOfJdk(@Nullable ClassLoader loader) {
    return loader == null || loader == JdkClasses.class.getClassLoader().getParent();
  }

  /** Looks twice: what weaving itself has the JVM load is not offered to transformers meanwhile. */
  @Override
  public void run() {
    Set<Class<?>> woven = new HashSet<>();
    weaveLoaded(woven);
    weaveLoaded(woven);
  }

  private void weaveLoaded(Set<Class<?>> woven) {
    for (Class<?> type : instrumentation.getAllLoadedClasses()) {
      if (isNamed(matcher, type) && woven.add(type)) {
        try {
          instrumentation.retransformClasses(type);
        } catch (Throwable refused) {
          failures.caught(PART, type.getName(), refused);
        }
      }
    }
  }
}
