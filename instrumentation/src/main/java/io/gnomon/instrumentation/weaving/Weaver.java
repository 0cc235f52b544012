package io.gnomon.instrumentation.weaving;

import io.gnomon.instrumentation.MethodRule;
import io.gnomon.instrumentation.advice.AdviceLibrary;
import io.gnomon.instrumentation.advice.ClassBytes;
import io.gnomon.instrumentation.advice.Supertypes;
import io.gnomon.instrumentation.advice.TargetClass;
import io.gnomon.instrumentation.matching.ClassMatch;
import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import org.jspecify.annotations.Nullable;

/**
 * Weaves advice and a slot into one class: the class keeps all that it has, nothing is added but
 * what a rule says, and methods that no rule means are copied as bytes. Any thread. Loading this
 * class loads the bytecode library, so it is made when the first class matches.
 */
final class Weaver {

  private final AdviceLibrary advices;
  private final ClassLoader agentLoader;

  Weaver(ClassLoader agentLoader) {
    this.advices = new AdviceLibrary(agentLoader);
    this.agentLoader = agentLoader;
  }

  /**
   * The class with what matched woven in.
   *
   * @param loader the loader that will define it, to look up what is above it; null for the boot
   *     loader
   * @param classFile its bytes
   * @param match what to weave
   * @param slot whether to add the slot, where the match has one
   */
  byte[] weave(@Nullable ClassLoader loader, byte[] classFile, ClassMatch match, boolean slot) {
    ClassReader reader = ClassBytes.reader(classFile);
    TargetClass target =
        TargetClass.of(reader, rulesWithExit(match), Supertypes.of(loader, agentLoader));
    ClassWriter writer = new ClassWriter(reader, 0);
    ClassVisitor visitor = new MethodsWeaver(target, match.methods(), advices, writer);
    if (slot && match.slot() && !target.isStoredByItsShape()) {
      visitor = new SlotAdder(visitor, target.name());
    }
    reader.accept(visitor, ClassReader.EXPAND_FRAMES);
    return ClassBytes.withVersionOf(writer.toByteArray(), classFile);
  }

  private List<MethodRule> rulesWithExit(ClassMatch match) {
    List<MethodRule> rules = new ArrayList<>();
    for (MethodRule rule : match.methods()) {
      if (rule.calls() == null && advices.advice(rule.adviceClass()).hasExit()) {
        rules.add(rule);
      }
    }
    return rules;
  }
}
