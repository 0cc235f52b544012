package io.gnomon.instrumentation.advice;

import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import net.bytebuddy.jar.asm.TypePath;
import org.jspecify.annotations.Nullable;

/**
 * Weaves advice around a method's code: perhaps some before it, and some after it, once where it
 * returns and, if the advice wants that, once where it throws. The two are apart so that the way of
 * a return, which is the hot one, is as short as can be.
 */
final class MethodWeaver extends MethodVisitor {

  private static final String THROWABLE = "java/lang/Throwable";

  private final Layout layout;
  private final Inlining inlining;
  private final @Nullable AdviceMethod enter;
  private final AdviceMethod exit;
  private final OperandStack stack = new OperandStack();
  private final Label start = new Label();
  private final Label returned = new Label();
  private boolean returns;

  MethodWeaver(
      TargetMethod method, @Nullable AdviceMethod enter, AdviceMethod exit, MethodVisitor next) {
    super(Opcodes.ASM9, next);
    if (exit.runsOnThrowable() && method.isConstructor()) {
      throw new IllegalArgumentException(method + " can't be guarded, it is a constructor");
    }
    this.enter = enter;
    this.exit = exit;
    this.layout = new Layout(method, entered(enter, exit));
    this.inlining = new Inlining(layout, next);
  }

  private static @Nullable Type entered(@Nullable AdviceMethod enter, AdviceMethod exit) {
    return enter == null
            || enter.result().getSort() == Type.VOID
            || !exit.asksFor(AdviceParameter.Kind.ENTER)
        ? null
        : enter.result();
  }

  @Override
  public void visitCode() {
    super.visitCode();
    if (enter != null) {
      inlining.entry(enter);
    }
    if (layout.method().writesToArguments()) {
      copyArguments();
    }
    mv.visitLabel(start);
  }

  private void copyArguments() {
    int variable = 0;
    if (!layout.method().isStatic()) {
      mv.visitVarInsn(Opcodes.ALOAD, 0);
      mv.visitVarInsn(Opcodes.ASTORE, layout.moved(0));
      variable = 1;
    }
    for (Type argument : layout.method().arguments()) {
      mv.visitVarInsn(argument.getOpcode(Opcodes.ILOAD), variable);
      mv.visitVarInsn(argument.getOpcode(Opcodes.ISTORE), layout.moved(variable));
      variable += argument.getSize();
    }
  }

  @Override
  public void visitFrame(int type, int numLocal, Object[] local, int numStack, Object[] onStack) {
    Object[] all = layout.bodyFrame(numLocal, local);
    super.visitFrame(Opcodes.F_NEW, all.length, all, numStack, onStack);
    stack.frame(numStack, onStack);
  }

  @Override
  public void visitInsn(int opcode) {
    if (opcode < Opcodes.IRETURN || opcode > Opcodes.RETURN) {
      super.visitInsn(opcode);
      stack.insn(opcode);
      return;
    }
    returns = true;
    Type result = layout.method().result();
    if (result.getSort() != Type.VOID) {
      mv.visitVarInsn(result.getOpcode(Opcodes.ISTORE), layout.resultVariable());
      stack.pop(result.getSize());
    }
    // A return lets go of what else lies on the stack; a jump does not.
    stack.drain(mv);
    mv.visitJumpInsn(Opcodes.GOTO, returned);
    stack.unreachable();
  }

  @Override
  public void visitMaxs(int maxStack, int maxLocals) {
    Label end = new Label();
    mv.visitLabel(end);
    if (exit.runsOnThrowable()) {
      // Last of all handlers, so that those of the method's own come first.
      mv.visitTryCatchBlock(start, end, end, THROWABLE);
      inlining.caughtFrame(layout.threwFrame());
      threw();
    }
    if (returns) {
      mv.visitLabel(returned);
      inlining.frame(inlining.exitFrame(exit, false).toArray());
      returned();
    }
    super.visitMaxs(
        Math.max(Math.max(maxStack, inlining.maxStack()), 2),
        Math.max(
            Math.max(layout.moved(maxLocals), layout.thrownVariable() + 1), inlining.maxLocals()));
  }

  private void threw() {
    Type result = layout.method().result();
    mv.visitVarInsn(Opcodes.ASTORE, layout.thrownVariable());
    if (result.getSort() != Type.VOID && exit.asksFor(AdviceParameter.Kind.RETURN)) {
      mv.visitInsn(Meanings.nothing(result));
      mv.visitVarInsn(result.getOpcode(Opcodes.ISTORE), layout.resultVariable());
    }
    inlining.exit(exit, true);
    mv.visitVarInsn(Opcodes.ALOAD, layout.thrownVariable());
    mv.visitInsn(Opcodes.ATHROW);
  }

  private void returned() {
    Type result = layout.method().result();
    inlining.exit(exit, false);
    if (result.getSort() != Type.VOID) {
      mv.visitVarInsn(result.getOpcode(Opcodes.ILOAD), layout.resultVariable());
    }
    mv.visitInsn(result.getOpcode(Opcodes.IRETURN));
  }

  // The method's own code: its variables move, and what lies on its stack is kept in mind.

  @Override
  public void visitVarInsn(int opcode, int variable) {
    super.visitVarInsn(opcode, layout.moved(variable));
    stack.variable(opcode);
  }

  @Override
  public void visitIincInsn(int variable, int increment) {
    super.visitIincInsn(layout.moved(variable), increment);
  }

  @Override
  public void visitIntInsn(int opcode, int operand) {
    super.visitIntInsn(opcode, operand);
    stack.operand(opcode);
  }

  @Override
  public void visitTypeInsn(int opcode, String type) {
    super.visitTypeInsn(opcode, type);
    stack.type(opcode);
  }

  @Override
  public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
    super.visitFieldInsn(opcode, owner, name, descriptor);
    stack.field(opcode, descriptor);
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String name, String descriptor, boolean isInterface) {
    super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
    stack.call(opcode == Opcodes.INVOKESTATIC, descriptor);
  }

  @Override
  public void visitInvokeDynamicInsn(
      String name, String descriptor, Handle bootstrap, Object... arguments) {
    super.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
    stack.call(true, descriptor);
  }

  @Override
  public void visitJumpInsn(int opcode, Label label) {
    super.visitJumpInsn(opcode, label);
    stack.jump(opcode, label);
  }

  @Override
  public void visitLabel(Label label) {
    super.visitLabel(label);
    stack.label(label);
  }

  @Override
  public void visitLdcInsn(Object value) {
    super.visitLdcInsn(value);
    stack.constant(value);
  }

  @Override
  public void visitTableSwitchInsn(int min, int max, Label otherwise, Label... labels) {
    super.visitTableSwitchInsn(min, max, otherwise, labels);
    stack.choice(otherwise, labels);
  }

  @Override
  public void visitLookupSwitchInsn(Label otherwise, int[] keys, Label[] labels) {
    super.visitLookupSwitchInsn(otherwise, keys, labels);
    stack.choice(otherwise, labels);
  }

  @Override
  public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
    super.visitMultiANewArrayInsn(descriptor, dimensions);
    stack.array(dimensions);
  }

  @Override
  public void visitTryCatchBlock(Label from, Label to, Label handler, @Nullable String type) {
    super.visitTryCatchBlock(from, to, handler, type);
    stack.handler(handler);
  }

  @Override
  public void visitLocalVariable(
      String name,
      String descriptor,
      @Nullable String signature,
      Label from,
      Label to,
      int variable) {
    super.visitLocalVariable(name, descriptor, signature, from, to, layout.moved(variable));
  }

  @Override
  public AnnotationVisitor visitLocalVariableAnnotation(
      int typeReference,
      @Nullable TypePath path,
      Label[] from,
      Label[] to,
      int[] variables,
      String descriptor,
      boolean visible) {
    int[] moved = new int[variables.length];
    for (int i = 0; i < moved.length; i++) {
      moved[i] = layout.moved(variables[i]);
    }
    return super.visitLocalVariableAnnotation(
        typeReference, path, from, to, moved, descriptor, visible);
  }
}
