package io.gnomon.agent.start;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Collections;
import java.util.Map;
import java.util.Set;

/**
 * What of the JDK's own the agent needs and no module gives: its {@code Unsafe}, and what it knows
 * of class-data archives. By reflection because we compile for Java 8.
 */
final class JdkInternals {

  private static final String MISC = "jdk.internal.misc";

  private JdkInternals() {}

  /**
   * Has the JVM export {@code jdk.internal.misc} to the agent; Java 8 has no modules.
   *
   * @param instrumentation the JVM's
   * @throws ReflectiveOperationException if this JVM has no way in
   */
  static void open(Instrumentation instrumentation) throws ReflectiveOperationException {
    if (isJava8()) {
      return;
    }
    Method getModule = Class.class.getMethod("getModule");
    Object base = getModule.invoke(Object.class);
    Object ours = getModule.invoke(JdkInternals.class);
    Map<String, Set<Object>> exports = Collections.singletonMap(MISC, Collections.singleton(ours));
    Instrumentation.class
        .getMethod(
            "redefineModule",
            Class.forName("java.lang.Module"),
            Set.class,
            Map.class,
            Map.class,
            Set.class,
            Map.class)
        .invoke(
            instrumentation,
            base,
            Collections.emptySet(),
            exports,
            Collections.emptyMap(),
            Collections.emptySet(),
            Collections.emptyMap());
  }

  /**
   * The {@code Unsafe} that defines classes, once they are open.
   *
   * @return the JVM's only one
   * @throws ReflectiveOperationException if this JVM has none
   */
  static Object unsafe() throws ReflectiveOperationException {
    if (isJava8()) {
      Field instance = Class.forName("sun.misc.Unsafe").getDeclaredField("theUnsafe");
      instance.setAccessible(true);
      return instance.get(null);
    }
    return Class.forName(MISC + ".Unsafe").getMethod("getUnsafe").invoke(null);
  }

  /**
   * Whether this JVM writes a class-data archive or an AOT cache of the classes that it loads, once
   * they are open. Before Java 17 it does not tell, and lets no agent in.
   *
   * @return true if so
   */
  static boolean isMakingArchive() {
    try {
      return Boolean.TRUE.equals(
          Class.forName(MISC + ".CDS").getMethod("isDumpingArchive").invoke(null));
    } catch (ReflectiveOperationException doesNotTell) {
      return false;
    }
  }

  private static boolean isJava8() {
    return System.getProperty("java.specification.version", "").startsWith("1.");
  }
}
