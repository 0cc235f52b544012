package io.gnomon.instrumentation.weaving;

import io.gnomon.instrumentation.CallRule;
import io.gnomon.instrumentation.MethodRule;
import io.gnomon.instrumentation.matching.ClassMatch;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.description.field.FieldDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.dynamic.scaffold.MethodGraph;
import net.bytebuddy.dynamic.scaffold.TypeValidation;
import net.bytebuddy.pool.TypePool;
import org.jspecify.annotations.Nullable;

/**
 * Weaves advice and a slot into one class. Uses Byte Buddy's decoration: the class keeps all that
 * it has, nothing is added but what a rule says. Any thread. Loading this class loads Byte Buddy,
 * so it is made when the first class matches.
 */
final class Weaver {

  /** Without a graph of the class's methods, which would read all of its supertypes. */
  private final ByteBuddy byteBuddy =
      new ByteBuddy().with(TypeValidation.DISABLED).with(MethodGraph.Empty.INSTANCE);

  private final AdviceLibrary advices;
  private final @Nullable ClassLoader platformLoader;

  Weaver(ClassLoader agentLoader) {
    this.advices = new AdviceLibrary(agentLoader);
    this.platformLoader = agentLoader.getParent();
  }

  /**
   * The class with what matched woven in.
   *
   * @param loader the loader that will define it, to look up the types its methods name; null for
   *     the boot loader
   * @param internalName its name
   * @param classFile its bytes
   * @param match what to weave
   * @param slot whether to add the slot, where the match has one
   */
  byte[] weave(
      @Nullable ClassLoader loader,
      String internalName,
      byte[] classFile,
      ClassMatch match,
      boolean slot) {
    String name = internalName.replace('/', '.');
    ClassFileLocator locator =
        new ClassFileLocator.Compound(
            ClassFileLocator.Simple.of(name, classFile),
            ClassFileLocator.ForClassLoader.of(loader));
    TypeDescription type = typesOf(loader, locator).describe(name).resolve();
    DynamicType.Builder<?> builder = byteBuddy.decorate(type, locator);
    for (Map.Entry<String, List<MethodRule>> advice : byAdvice(match).entrySet()) {
      builder =
          builder.visit(
              new EveryMethod(
                  advices.advice(advice.getKey()).on(new RuleMatcher(advice.getValue()))));
    }
    for (MethodRule rule : match.methods()) {
      CallRule calls = rule.calls();
      if (calls != null) {
        builder = builder.visit(new CallReplacer(rule, calls));
      }
    }
    if (slot && match.slot() && (declaresItsIdentity(type) || !mayBeSerialized(type))) {
      builder = builder.visit(new SlotAdder());
    }
    return builder.make().getBytes();
  }

  /** Whether a class says its own {@code serialVersionUID}, which a slot then does not change. */
  private static boolean declaresItsIdentity(TypeDescription type) {
    for (FieldDescription field : type.getDeclaredFields()) {
      if (field.getName().equals("serialVersionUID")
          && field.isStatic()
          && field.isFinal()
          && field.getDescriptor().equals("J")) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether objects of a class can be serialized, which the class file alone does not tell: an
   * interface and two methods more would change a computed {@code serialVersionUID}, and what was
   * stored without the agent could not be read. True if a supertype is not found.
   */
  private static boolean mayBeSerialized(TypeDescription type) {
    try {
      return type.isAssignableTo(Serializable.class);
    } catch (TypePool.Resolution.NoSuchTypeException missing) {
      return true;
    }
  }

  /**
   * Lazy: most types that methods name are never looked at, and some may be missing. Those of the
   * JDK are asked of the JVM, but not for a class of the JDK: it may be loading just now.
   */
  private TypePool typesOf(@Nullable ClassLoader loader, ClassFileLocator locator) {
    return new TypePool.Default.WithLazyResolution(
        new TypePool.CacheProvider.Simple(),
        locator,
        TypePool.Default.ReaderMode.FAST,
        loader == null || loader == platformLoader
            ? TypePool.Empty.INSTANCE
            : TypePool.ClassLoading.ofPlatformLoader());
  }

  private static Map<String, List<MethodRule>> byAdvice(ClassMatch match) {
    Map<String, List<MethodRule>> byAdvice = new LinkedHashMap<>();
    for (MethodRule rule : match.methods()) {
      if (rule.calls() != null) {
        continue;
      }
      List<MethodRule> rules = byAdvice.get(rule.adviceClass());
      if (rules == null) {
        rules = new ArrayList<>();
        byAdvice.put(rule.adviceClass(), rules);
      }
      rules.add(rule);
    }
    return byAdvice;
  }
}
