package io.gnomon.instrumentation.weaving;

import io.gnomon.instrumentation.CallRule;
import io.gnomon.instrumentation.MethodRule;
import io.gnomon.instrumentation.advice.AdviceLibrary;
import io.gnomon.instrumentation.advice.TargetClass;
import io.gnomon.instrumentation.advice.TargetMethod;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * Shows each method that has a body to what the rules want of it, bridges too: callers that know an
 * interface come by the bridge. Where several advices are for one method, the first is outermost.
 */
final class MethodsWeaver extends ClassVisitor {

  private final TargetClass target;
  private final Collection<MethodRule> rules;
  private final AdviceLibrary advices;

  MethodsWeaver(
      TargetClass target, Collection<MethodRule> rules, AdviceLibrary advices, ClassVisitor next) {
    super(Opcodes.ASM9, next);
    this.target = target;
    this.rules = rules;
    this.advices = advices;
  }

  @Override
  public MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    MethodVisitor method = super.visitMethod(access, name, descriptor, signature, exceptions);
    if ((access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) != 0) {
      return method;
    }
    Set<String> woven = new HashSet<>();
    for (MethodRule rule : rules) {
      CallRule calls = rule.calls();
      if (!rule.matches(name, descriptor)) {
        continue;
      }
      if (calls != null) {
        method = new CallReplacer(calls, method);
      } else if (woven.add(rule.adviceClass())) {
        TargetMethod targetMethod = target.method(access, name, descriptor);
        method = advices.advice(rule.adviceClass()).around(targetMethod, method);
      }
    }
    return method;
  }
}
