package io.gnomon.instrumentation.advice;

import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.Attribute;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * The code of an advice method on its way into a woven method: its parameters become what they
 * stand for, its variables move behind what lies there, and in place of returning it leaves what it
 * returns where that belongs and goes on.
 */
final class AdviceCode extends MethodVisitor {

  private final AdviceMethod advice;
  private final Meanings meanings;
  private final List<Object> frame;
  private final boolean hasFrames;
  private final int firstVariable;
  private final Runnable result;
  private final Label end;

  /**
   * The code of one inlining.
   *
   * @param advice whose
   * @param meanings what its parameters stand for
   * @param frame what lies in the variables before those of the advice
   * @param result is run where it returns, with what it returns on the stack
   * @param end where it goes on then
   * @param next where the code goes
   */
  AdviceCode(
      AdviceMethod advice,
      Meanings meanings,
      List<Object> frame,
      boolean hasFrames,
      Runnable result,
      Label end,
      MethodVisitor next) {
    super(Opcodes.ASM9, next);
    this.advice = advice;
    this.meanings = meanings;
    this.frame = frame;
    this.hasFrames = hasFrames;
    this.firstVariable = words(frame);
    this.result = result;
    this.end = end;
  }

  /** How many variables are in use at most. */
  int maxLocals() {
    return firstVariable + advice.ownWords();
  }

  @Override
  public void visitVarInsn(int opcode, int variable) {
    AdviceParameter parameter = advice.parameter(variable);
    if (parameter == null) {
      super.visitVarInsn(opcode, moved(variable));
    } else if (opcode >= Opcodes.ISTORE) {
      meanings.write(parameter, mv);
    } else {
      meanings.read(parameter, mv);
    }
  }

  @Override
  public void visitIincInsn(int variable, int increment) {
    if (advice.parameter(variable) != null) {
      throw new IllegalArgumentException("advice counts a parameter up");
    }
    super.visitIincInsn(moved(variable), increment);
  }

  @Override
  public void visitInsn(int opcode) {
    if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
      result.run();
      super.visitJumpInsn(Opcodes.GOTO, end);
    } else {
      super.visitInsn(opcode);
    }
  }

  @Override
  public void visitFrame(int type, int numLocal, Object[] local, int numStack, Object[] stack) {
    if (!hasFrames) {
      return;
    }
    List<Object> all = new ArrayList<>(frame);
    int words = 0;
    for (int i = 0; i < numLocal; i++) {
      if (words >= advice.parameterWords()) {
        all.add(local[i]);
      }
      words += Layout.words(local[i]);
    }
    super.visitFrame(Opcodes.F_NEW, all.size(), all.toArray(), numStack, stack);
  }

  private int moved(int variable) {
    return firstVariable + variable - advice.parameterWords();
  }

  private static int words(List<Object> frame) {
    int words = 0;
    for (Object verified : frame) {
      words += Layout.words(verified);
    }
    return words;
  }

  // What is not code stays behind.

  @Override
  public void visitParameter(@Nullable String name, int access) {}

  @Override
  public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
    return null;
  }

  @Override
  public void visitAnnotableParameterCount(int parameterCount, boolean visible) {}

  @Override
  public @Nullable AnnotationVisitor visitParameterAnnotation(
      int parameter, String descriptor, boolean visible) {
    return null;
  }

  @Override
  public void visitAttribute(Attribute attribute) {}

  @Override
  public void visitCode() {}

  @Override
  public void visitMaxs(int maxStack, int maxLocals) {}

  @Override
  public void visitEnd() {}
}
