package io.gnomon.agent.start;

import io.gnomon.core.failures.Failures;
import io.gnomon.instrumentation.matching.ClassMatcher;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Weaves the classes of the JDK that a rule names and that were loaded before the agent came, as
 * {@code Thread} always was. On a thread of its own while the application starts: it is what loads
 * Byte Buddy, a quarter of a second of a processor, which a service needs anyway and a short
 * command need not wait for.
 */
final class JdkClasses implements Runnable {

  private final Instrumentation instrumentation;
  private final ClassMatcher matcher;
  private final Failures failures;

  private JdkClasses(Instrumentation instrumentation, ClassMatcher matcher, Failures failures) {
    this.instrumentation = instrumentation;
    this.matcher = matcher;
    this.failures = failures;
  }

  /**
   * Starts to weave.
   *
   * @param instrumentation the JVM's, with a retransform-capable transformer
   * @param matcher knows the names
   * @param failures counts the classes that were refused
   */
  static void weave(Instrumentation instrumentation, ClassMatcher matcher, Failures failures) {
    AgentThread.of("gnomon-jdk", new JdkClasses(instrumentation, matcher, failures)).start();
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
    List<Class<?>> types = new ArrayList<>();
    for (Class<?> type : instrumentation.getAllLoadedClasses()) {
      if (isNamed(matcher, type) && woven.add(type)) {
        types.add(type);
      }
    }
    LoadedClasses.weave(types, instrumentation, failures);
  }
}
