package io.gnomon.instrumentation.weaving;

import io.gnomon.bootstrap.Probes;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.implementation.bytecode.StackManipulation;
import net.bytebuddy.implementation.bytecode.member.MethodInvocation;
import net.bytebuddy.pool.TypePool;

/**
 * The advice classes by name, read from the agent's jar as bytes: they are never loaded, since they
 * name types that only the application sees. {@code Name#jakarta} is the class {@code Name} with
 * every {@code javax} type renamed, so that both name spaces share one source. Any thread.
 */
final class AdviceLibrary {

  private static final String JAKARTA = "#jakarta";

  /** What stands where advice ends by an exception: it is counted and goes no further. */
  private static final StackManipulation COUNT_FAILURE =
      MethodInvocation.invoke(new MethodDescription.ForLoadedMethod(adviceFailed()));

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

  private static Method adviceFailed() {
    try {
      return Probes.class.getMethod("adviceFailed", Throwable.class);
    } catch (NoSuchMethodException e) {
      throw new LinkageError("the bootstrap types are of another version", e);
    }
  }

  private Advice read(String name) {
    boolean renamed = name.endsWith(JAKARTA);
    ClassFileLocator locator = renamed ? jakarta : asWritten;
    String className = renamed ? name.substring(0, name.length() - JAKARTA.length()) : name;
    // Lazy, because the agent's loader does not have the containers' types that advice names.
    TypePool pool = TypePool.Default.WithLazyResolution.of(locator);
    return Advice.to(pool.describe(className).resolve(), locator)
        .withExceptionHandler(new Advice.ExceptionHandler.Simple(COUNT_FAILURE));
  }
}
