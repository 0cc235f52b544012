package io.gnomon.instrumentation.advice;

import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/**
 * What the parameters of an advice method stand for at one place of a woven method, as
 * instructions. A type that differs is cast or boxed; a value that is not there is null, or zero.
 */
final class Meanings {

  private static final Type OBJECT = Type.getType(Object.class);
  private static final Type STRING = Type.getType(String.class);
  private static final Type THROWABLE = Type.getType(Throwable.class);

  private final Layout layout;
  private final boolean atEntry;
  private final boolean thrown;

  private Meanings(Layout layout, boolean atEntry, boolean thrown) {
    this.layout = layout;
    this.atEntry = atEntry;
    this.thrown = thrown;
  }

  /** At the entry: there is nothing yet but the object and the arguments. */
  static Meanings atEntry(Layout layout) {
    return new Meanings(layout, true, false);
  }

  /** At the exit, by a return or by what was thrown. */
  static Meanings atExit(Layout layout, boolean thrown) {
    return new Meanings(layout, false, thrown);
  }

  /** Puts onto the stack what a parameter stands for. */
  void read(AdviceParameter parameter, MethodVisitor to) {
    TargetMethod method = layout.method();
    switch (parameter.kind()) {
      case THIS:
        if (hasThis()) {
          to.visitVarInsn(Opcodes.ALOAD, 0);
          cast(method.owner().type(), parameter.type, to);
        } else if (parameter.isOptional()) {
          to.visitInsn(Opcodes.ACONST_NULL);
        } else {
          throw new IllegalArgumentException(method + " has no object for its advice");
        }
        break;
      case ARGUMENT:
        load(argument(parameter), method.variableOf(parameter.argument()), parameter, to);
        break;
      case ENTER:
        load(layout.entered(), layout.enteredVariable(), parameter, to);
        break;
      case RETURN:
        load(method.result(), layout.resultVariable(), parameter, to);
        break;
      case THROWN:
        load(thrown ? THROWABLE : null, layout.thrownVariable(), parameter, to);
        break;
      case FIELD:
        TargetField field = method.field(parameter.text());
        if (field.isStatic) {
          access(Opcodes.GETSTATIC, field, to);
        } else {
          loadThis(to);
          access(Opcodes.GETFIELD, field, to);
        }
        cast(field.type, parameter.type, to);
        break;
      case ORIGIN:
        to.visitLdcInsn(origin(parameter));
        cast(STRING, parameter.type, to);
        break;
    }
  }

  /** Writes what is on the stack to what a parameter stands for. */
  void write(AdviceParameter parameter, MethodVisitor to) {
    TargetMethod method = layout.method();
    switch (parameter.kind()) {
      case ARGUMENT:
        store(argument(parameter), method.variableOf(parameter.argument()), parameter, to);
        break;
      case RETURN:
        store(method.result(), layout.resultVariable(), parameter, to);
        break;
      case FIELD:
        TargetField field = method.field(parameter.text());
        cast(parameter.type, field.type, to);
        if (field.isStatic) {
          access(Opcodes.PUTSTATIC, field, to);
        } else if (field.type.getSize() == 1) {
          loadThis(to);
          to.visitInsn(Opcodes.SWAP);
          access(Opcodes.PUTFIELD, field, to);
        } else {
          throw new IllegalArgumentException("advice writes to a field of two words");
        }
        break;
      default:
        throw new IllegalArgumentException("advice writes to " + parameter.kind());
    }
  }

  /** What stands for a value that is not there. */
  static int nothing(Type type) {
    switch (type.getSort()) {
      case Type.LONG:
        return Opcodes.LCONST_0;
      case Type.FLOAT:
        return Opcodes.FCONST_0;
      case Type.DOUBLE:
        return Opcodes.DCONST_0;
      case Type.OBJECT:
      case Type.ARRAY:
        return Opcodes.ACONST_NULL;
      default:
        return Opcodes.ICONST_0;
    }
  }

  /** Before a constructor has called the one above there is no object that could be given. */
  private boolean hasThis() {
    TargetMethod method = layout.method();
    return !method.isStatic() && !(atEntry && method.isConstructor());
  }

  private void loadThis(MethodVisitor to) {
    if (!hasThis()) {
      throw new IllegalArgumentException(layout.method() + " has no object for its advice");
    }
    to.visitVarInsn(Opcodes.ALOAD, 0);
  }

  private void access(int opcode, TargetField field, MethodVisitor to) {
    String owner = layout.method().owner().name();
    to.visitFieldInsn(opcode, owner, field.name, field.type.getDescriptor());
  }

  private Type argument(AdviceParameter parameter) {
    layout.method().variableOf(parameter.argument());
    return layout.method().arguments()[parameter.argument()];
  }

  private String origin(AdviceParameter parameter) {
    if (!parameter.text().equals("#m#s")) {
      throw new IllegalArgumentException("advice asks for the origin as " + parameter.text());
    }
    return layout.method().origin();
  }

  private static void load(
      @Nullable Type type, int variable, AdviceParameter parameter, MethodVisitor to) {
    if (type == null || type.getSort() == Type.VOID) {
      to.visitInsn(nothing(parameter.type));
    } else {
      to.visitVarInsn(type.getOpcode(Opcodes.ILOAD), variable);
      cast(type, parameter.type, to);
    }
  }

  private static void store(Type type, int variable, AdviceParameter parameter, MethodVisitor to) {
    cast(parameter.type, type, to);
    to.visitVarInsn(type.getOpcode(Opcodes.ISTORE), variable);
  }

  private static void cast(Type from, Type to, MethodVisitor by) {
    if (from.equals(to)) {
      return;
    }
    boolean fromReference = from.getSort() >= Type.ARRAY;
    boolean toReference = to.getSort() >= Type.ARRAY;
    if (fromReference && toReference) {
      if (!to.equals(OBJECT)) {
        by.visitTypeInsn(Opcodes.CHECKCAST, to.getInternalName());
      }
    } else if (toReference && to.equals(OBJECT) && from.getSort() != Type.VOID) {
      box(from, by);
    } else {
      throw new IllegalArgumentException("advice takes " + from + " as " + to);
    }
  }

  private static void box(Type primitive, MethodVisitor by) {
    String boxed;
    switch (primitive.getSort()) {
      case Type.BOOLEAN:
        boxed = "java/lang/Boolean";
        break;
      case Type.CHAR:
        boxed = "java/lang/Character";
        break;
      case Type.BYTE:
        boxed = "java/lang/Byte";
        break;
      case Type.SHORT:
        boxed = "java/lang/Short";
        break;
      case Type.INT:
        boxed = "java/lang/Integer";
        break;
      case Type.FLOAT:
        boxed = "java/lang/Float";
        break;
      case Type.LONG:
        boxed = "java/lang/Long";
        break;
      default:
        boxed = "java/lang/Double";
        break;
    }
    by.visitMethodInsn(
        Opcodes.INVOKESTATIC,
        boxed,
        "valueOf",
        "(" + primitive.getDescriptor() + ")L" + boxed + ';',
        false);
  }
}
