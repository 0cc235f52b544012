package io.gnomon.instrumentation.weaving;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.pool.TypePool;

/**
 * The advice classes by name, read from the agent's jar as bytes: they are never loaded, since they
 * name types that only the application sees. {@code Name#jakarta} is the class {@code Name} with
 * every {@code javax.servlet} type renamed, so that both servlet APIs share one source. Any thread.
 */
final class AdviceLibrary {

  private static final String JAKARTA = "#jakarta";

  private final Map<String, Advice> advices = new ConcurrentHashMap<>();
  private final ClassFileLocator asWritten;
  private final ClassFileLocator jakarta;

  AdviceLibrary(ClassLoader agentLoader) {
    this.asWritten = ClassFileLocator.ForClassLoader.of(agentLoader);
    this.jakarta = new JakartaLocator(asWritten);
  }

  Advice advice(String name) {
    Advice advice = advices.get(name);
    if (advice == null) {
      advice = read(name);
      advices.put(name, advice);
    }
    return advice;
  }

  private Advice read(String name) {
    boolean renamed = name.endsWith(JAKARTA);
    ClassFileLocator locator = renamed ? jakarta : asWritten;
    String className = renamed ? name.substring(0, name.length() - JAKARTA.length()) : name;
    // Lazy, because the agent's loader does not have the containers' types that advice names.
    TypePool pool = TypePool.Default.WithLazyResolution.of(locator);
    return Advice.to(pool.describe(className).resolve(), locator);
  }
}
