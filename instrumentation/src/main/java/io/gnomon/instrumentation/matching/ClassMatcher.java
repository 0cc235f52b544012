package io.gnomon.instrumentation.matching;

import io.gnomon.bootstrap.Slot;
import io.gnomon.instrumentation.InstrumentationModule;
import io.gnomon.instrumentation.MethodRule;
import io.gnomon.instrumentation.TypeRule;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Holds the rules of all instrumentations against a class file: its name first, then what its
 * constant pool mentions, then what it declares. A class that is not ours, nearly every one, costs
 * one pass over its constant pool. Immutable; any thread.
 */
public final class ClassMatcher {

  /** Names of the loaders' own and generated code, where nothing of ours can be. */
  private static final String[] IGNORED_PREFIXES = {"java/", "jdk/", "sun/", "com/sun/"};

  private static final String SERIALIZABLE = "java/io/Serializable";

  /** A class that says this itself may have a slot; the weaver looks closer. */
  private static final String SERIAL_VERSION = "serialVersionUID";

  private final Map<String, List<TypeRule>> rulesByName = new HashMap<>();
  private final Set<String> jdkNames = new HashSet<>();
  private final List<TypeRule> rulesByMention = new ArrayList<>();
  private final Set<String> methodNames = new LinkedHashSet<>();
  private final NameFilter filter;
  private final String wovenMark;

  /**
   * A matcher for some instrumentations.
   *
   * @param modules those that are switched on
   */
  public ClassMatcher(List<? extends InstrumentationModule> modules) {
    for (InstrumentationModule module : modules) {
      for (TypeRule rule : module.rules()) {
        add(rule);
      }
    }
    this.filter = new NameFilter(methodNames);
    String slot = Slot.class.getName().replace('.', '/');
    this.wovenMark = slot.substring(0, slot.lastIndexOf('/') + 1);
  }

  private void add(TypeRule rule) {
    for (String name : rule.classNames()) {
      List<TypeRule> sameName = rulesByName.get(name);
      if (sameName == null) {
        sameName = new ArrayList<>();
        rulesByName.put(name, sameName);
      }
      sameName.add(rule);
    }
    if (rule.jdk()) {
      jdkNames.addAll(rule.classNames());
    }
    if (!rule.mentions().isEmpty()) {
      rulesByMention.add(rule);
      for (MethodRule method : rule.methods()) {
        methodNames.add(method.name());
      }
    }
  }

  /**
   * Whether classes of this name are not worth a look.
   *
   * @param internalName as {@code java/lang/String}
   * @return true for the JDK's own and its proxies
   */
  public static boolean isIgnored(String internalName) {
    for (String prefix : IGNORED_PREFIXES) {
      if (internalName.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a rule names a class of the JDK.
   *
   * @param internalName as {@code java/lang/Thread}; of a class that the JDK's own loaders load
   * @return true if so
   */
  public boolean isOfJdk(String internalName) {
    return jdkNames.contains(internalName);
  }

  /**
   * Whether any rule names classes of the JDK.
   *
   * @return true if so
   */
  public boolean hasJdk() {
    return !jdkNames.isEmpty();
  }

  /**
   * Whether a loaded class of the application may be ours, without its bytes: by its name, or
   * because it declares a method of a name that a rule has.
   *
   * @param type a loaded class, not of the boot loader
   * @return false if it is certainly not
   */
  public boolean mayMatch(Class<?> type) {
    String internalName = type.getName().replace('.', '/');
    if (isIgnored(internalName)) {
      return false;
    }
    if (rulesByName.containsKey(internalName)) {
      return true;
    }
    try {
      for (Method method : type.getDeclaredMethods()) {
        if (methodNames.contains(method.getName())) {
          return true;
        }
      }
      return false;
    } catch (LinkageError typeOfASignatureIsMissing) {
      return true;
    }
  }

  /**
   * What is to be woven into a class.
   *
   * @param internalName its name
   * @param classFile its bytes
   * @return null if nothing is, or if it is woven already
   * @throws RuntimeException if the bytes are no class file that we can read
   */
  public @Nullable ClassMatch match(String internalName, byte[] classFile) {
    List<TypeRule> named = rulesByName.get(internalName);
    boolean mayMention = filter.mayMatch(classFile);
    if (named == null && !mayMention) {
      return null;
    }
    ClassOutline outline = new ClassOutline(classFile);
    if (outline.isInterface() || outline.mentions(wovenMark)) {
      return null;
    }
    Set<MethodRule> met = new LinkedHashSet<>();
    boolean slot = named != null && collectNamed(named, outline, met);
    if (mayMention) {
      slot |= collectMentioned(internalName, outline, met);
    }
    slot &= !outline.implementsDirectly(SERIALIZABLE) || outline.mentions(SERIAL_VERSION);
    return met.isEmpty() && !slot ? null : new ClassMatch(met, slot);
  }

  private static boolean collectNamed(
      List<TypeRule> rules, ClassOutline outline, Set<MethodRule> met) {
    boolean slot = false;
    for (TypeRule rule : rules) {
      collect(rule, outline, met);
      slot |= rule.slot();
    }
    return slot;
  }

  private boolean collectMentioned(String internalName, ClassOutline outline, Set<MethodRule> met) {
    boolean slot = false;
    for (TypeRule rule : rulesByMention) {
      if (!isExcepted(rule, internalName)
          && mentionsOne(rule, outline)
          && collect(rule, outline, met)) {
        slot |= rule.slot();
      }
    }
    return slot;
  }

  private static boolean isExcepted(TypeRule rule, String internalName) {
    for (String packageName : rule.exceptPackages()) {
      if (internalName.startsWith(packageName)) {
        return true;
      }
    }
    return false;
  }

  private static boolean mentionsOne(TypeRule rule, ClassOutline outline) {
    for (String text : rule.mentions()) {
      if (outline.mentions(text)) {
        return true;
      }
    }
    return false;
  }

  private static boolean collect(TypeRule rule, ClassOutline outline, Set<MethodRule> met) {
    boolean any = collect(rule.methods(), outline, met);
    if (any) {
      collect(rule.companions(), outline, met);
    }
    return any;
  }

  private static boolean collect(
      List<MethodRule> methods, ClassOutline outline, Set<MethodRule> met) {
    boolean any = false;
    for (MethodRule method : methods) {
      if (isDeclared(method, outline)) {
        any = true;
        if (!method.isMarker()) {
          met.add(method);
        }
      }
    }
    return any;
  }

  private static boolean isDeclared(MethodRule method, ClassOutline outline) {
    for (int i = 0; i < outline.methods(); i++) {
      if (method.matches(outline.methodName(i), outline.methodDescriptor(i))) {
        return true;
      }
    }
    return false;
  }
}
