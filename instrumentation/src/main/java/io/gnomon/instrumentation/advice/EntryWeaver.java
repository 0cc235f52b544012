package io.gnomon.instrumentation.advice;

import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** Weaves advice before a method's code, which stays as it is. */
final class EntryWeaver extends MethodVisitor {

  private final AdviceMethod enter;
  private final Inlining inlining;

  EntryWeaver(TargetMethod method, AdviceMethod enter, MethodVisitor next) {
    super(Opcodes.ASM9, next);
    this.enter = enter;
    this.inlining = new Inlining(new Layout(method, null), next);
  }

  @Override
  public void visitCode() {
    super.visitCode();
    inlining.entry(enter);
  }

  @Override
  public void visitMaxs(int maxStack, int maxLocals) {
    super.visitMaxs(
        Math.max(maxStack, inlining.maxStack()), Math.max(maxLocals, inlining.maxLocals()));
  }
}
