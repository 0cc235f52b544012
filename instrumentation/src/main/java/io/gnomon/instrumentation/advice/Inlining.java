package io.gnomon.instrumentation.advice;

import io.gnomon.bootstrap.Probes;
import java.util.List;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * Puts advice methods into one woven method, each within a handler of its own: what advice throws
 * is counted, and the method goes on as if the advice had returned nothing. One thread.
 */
final class Inlining {

  /** Words beyond the advice's own stack: for the object below a field, and for what is boxed. */
  private static final int MORE_STACK = 2;

  private static final String PROBES = Type.getInternalName(Probes.class);
  private static final Object[] CAUGHT = {"java/lang/Throwable"};
  private static final Object[] NOTHING = {};

  private final Layout layout;
  private final MethodVisitor to;
  private int maxStack;
  private int maxLocals;

  Inlining(Layout layout, MethodVisitor to) {
    this.layout = layout;
    this.to = to;
  }

  /** How deep the stack gets in the advice, in words. */
  int maxStack() {
    return maxStack;
  }

  /** How many variables are in use in the advice, with all that lie below. */
  int maxLocals() {
    return maxLocals;
  }

  /** At the entry; what it returns is left for the exit, if the layout has a place for it. */
  void entry(AdviceMethod advice) {
    Type entered = layout.entered();
    Type result = advice.result();
    Runnable onReturn =
        new Runnable() {
          @Override
          public void run() {
            if (entered != null) {
              to.visitVarInsn(entered.getOpcode(Opcodes.ISTORE), layout.enteredVariable());
            } else if (result.getSort() != Type.VOID) {
              to.visitInsn(result.getSize() == 1 ? Opcodes.POP : Opcodes.POP2);
            }
          }
        };
    Label end = inline(advice, Meanings.atEntry(layout), layout.entryFrame(), onReturn);
    if (entered != null) {
      to.visitInsn(Meanings.nothing(entered));
      to.visitVarInsn(entered.getOpcode(Opcodes.ISTORE), layout.enteredVariable());
    }
    to.visitLabel(end);
    frame(layout.bodyFrame());
    // The method's code may begin with a stack map, and no two may lie at one place.
    to.visitInsn(Opcodes.NOP);
  }

  /** At the exit, where what the method returns or throws lies in its variable. */
  void exit(AdviceMethod advice, boolean thrown) {
    List<Object> frame = exitFrame(advice, thrown);
    Type result = advice.result();
    Runnable onReturn =
        new Runnable() {
          @Override
          public void run() {
            if (result.getSort() != Type.VOID) {
              throw new IllegalArgumentException("advice returns something at the exit");
            }
          }
        };
    to.visitLabel(inline(advice, Meanings.atExit(layout, thrown), frame, onReturn));
    frame(frame.toArray());
  }

  /** What lies in the variables at the exit: a result too if it was returned, or is asked for. */
  List<Object> exitFrame(AdviceMethod advice, boolean thrown) {
    return layout.exitFrame(!thrown || advice.asksFor(AdviceParameter.Kind.RETURN), thrown);
  }

  /** A stack map with nothing on the stack. */
  void frame(Object[] locals) {
    frame(locals, NOTHING);
  }

  /** A stack map where something was caught. */
  void caughtFrame(Object[] locals) {
    frame(locals, CAUGHT);
  }

  private void frame(Object[] locals, Object[] stack) {
    if (layout.method().owner().hasFrames()) {
      to.visitFrame(Opcodes.F_NEW, locals.length, locals, stack.length, stack);
    }
  }

  /** The advice, its handler, and then the label it goes on at, which the caller has to frame. */
  private Label inline(
      AdviceMethod advice, Meanings meanings, List<Object> frame, Runnable onReturn) {
    Label start = new Label();
    Label handler = new Label();
    Label end = new Label();
    AdviceCode code =
        new AdviceCode(
            advice, meanings, frame, layout.method().owner().hasFrames(), onReturn, end, to);
    to.visitLabel(start);
    advice.show(code);
    to.visitTryCatchBlock(start, handler, handler, "java/lang/Throwable");
    to.visitLabel(handler);
    caughtFrame(frame.toArray());
    to.visitMethodInsn(
        Opcodes.INVOKESTATIC, PROBES, "adviceFailed", "(Ljava/lang/Throwable;)V", false);
    maxStack = Math.max(maxStack, advice.maxStack() + MORE_STACK);
    maxLocals = Math.max(maxLocals, code.maxLocals());
    return end;
  }
}
