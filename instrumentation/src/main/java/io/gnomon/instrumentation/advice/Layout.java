package io.gnomon.instrumentation.advice;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/**
 * What lies in which variable of a woven method, and what its stack maps say of them: first its
 * arguments, as they came; then what the advice at the entry returned; then the variables of its
 * own code. Once that is through, what it returns, or what it throws, lies where its variables
 * were. Immutable.
 *
 * <p>A method that writes to its arguments works on copies, which come first among its variables.
 */
final class Layout {

  private final TargetMethod method;
  private final @Nullable Type entered;
  private final int argumentWords;
  private final int enteredWords;

  /**
   * The layout of a method.
   *
   * @param method which
   * @param entered the type of what the advice at the entry returned and the one at the exit is
   *     given; null if there is nothing
   */
  Layout(TargetMethod method, @Nullable Type entered) {
    this.method = method;
    this.entered = entered;
    this.argumentWords = method.argumentWords();
    this.enteredWords = entered == null ? 0 : entered.getSize();
  }

  TargetMethod method() {
    return method;
  }

  @Nullable Type entered() {
    return entered;
  }

  /** Where what the advice at the entry returned lies; its own variables begin there too. */
  int enteredVariable() {
    return argumentWords;
  }

  /** Where what the method returns lies once its code is through. */
  int resultVariable() {
    return argumentWords + enteredWords;
  }

  /** Where what the method throws lies, and where variables are free if it throws nothing. */
  int thrownVariable() {
    return resultVariable() + method.result().getSize();
  }

  /** Where a variable of the method's own code lies. */
  int moved(int variable) {
    if (method.writesToArguments()) {
      return resultVariable() + variable;
    }
    return variable < argumentWords ? variable : variable + enteredWords;
  }

  /** What lies in the variables while the method's own code runs, whose stack map says this. */
  Object[] bodyFrame(int count, Object[] locals) {
    List<Object> frame = frame(true, isUninitialized(count, locals));
    int words = 0;
    for (int i = 0; i < count; i++) {
      // A word of an argument that is not written to is what it was, whatever the map leaves out.
      if (method.writesToArguments() || words >= argumentWords) {
        frame.add(locals[i]);
      }
      words += words(locals[i]);
    }
    return frame.toArray();
  }

  /** What lies there where the advice at the entry runs. */
  List<Object> entryFrame() {
    return frame(false, method.isConstructor());
  }

  /** What lies there where the method's own code begins. */
  Object[] bodyFrame() {
    return frame(true, method.isConstructor()).toArray();
  }

  /** What lies there where the method's own code has thrown something. */
  Object[] threwFrame() {
    return frame(true, false).toArray();
  }

  /** What lies there where the advice at the exit runs. */
  List<Object> exitFrame(boolean withResult, boolean withThrown) {
    List<Object> frame = frame(true, false);
    if (withResult && method.result().getSort() != Type.VOID) {
      frame.add(verified(method.result()));
    } else {
      frame.addAll(Collections.nCopies(method.result().getSize(), Opcodes.TOP));
    }
    if (withThrown) {
      frame.add("java/lang/Throwable");
    }
    return frame;
  }

  private List<Object> frame(boolean afterEntry, boolean uninitialized) {
    List<Object> frame = new ArrayList<>();
    if (!method.isStatic()) {
      frame.add(uninitialized ? Opcodes.UNINITIALIZED_THIS : method.owner().name());
    }
    for (Type argument : method.arguments()) {
      frame.add(verified(argument));
    }
    if (afterEntry && entered != null) {
      frame.add(verified(entered));
    }
    return frame;
  }

  /** Whether a constructor has not called the one above yet, as its own stack map says. */
  private boolean isUninitialized(int count, Object[] locals) {
    return method.isConstructor() && count > 0 && locals[0] == Opcodes.UNINITIALIZED_THIS;
  }

  /** How many words a variable takes that a stack map tells of. */
  static int words(Object verified) {
    return verified == Opcodes.LONG || verified == Opcodes.DOUBLE ? 2 : 1;
  }

  /** What a stack map says of a variable of a type. */
  private static Object verified(Type type) {
    switch (type.getSort()) {
      case Type.BOOLEAN:
      case Type.CHAR:
      case Type.BYTE:
      case Type.SHORT:
      case Type.INT:
        return Opcodes.INTEGER;
      case Type.FLOAT:
        return Opcodes.FLOAT;
      case Type.LONG:
        return Opcodes.LONG;
      case Type.DOUBLE:
        return Opcodes.DOUBLE;
      default:
        return type.getInternalName();
    }
  }
}
