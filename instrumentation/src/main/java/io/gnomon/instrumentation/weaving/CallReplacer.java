package io.gnomon.instrumentation.weaving;

import io.gnomon.instrumentation.CallRule;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Sends calls inside a method to a probe: an instruction for an instruction, what lies on the stack
 * before and after is the same, so nothing else changes.
 */
final class CallReplacer extends MethodVisitor {

  private final CallRule calls;

  CallReplacer(CallRule calls, MethodVisitor next) {
    super(Opcodes.ASM9, next);
    this.calls = calls;
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String name, String descriptor, boolean isInterface) {
    if (opcode != Opcodes.INVOKESTATIC && calls.matches(owner, name, descriptor)) {
      super.visitMethodInsn(
          Opcodes.INVOKESTATIC, calls.probe(), name, calls.probeDescriptor(), false);
    } else {
      super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
    }
  }
}
