package io.gnomon.instrumentation.advice;

import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/**
 * One parameter of an advice method: what it stands for, by its annotation of Byte Buddy's. Written
 * while the class is read, not after.
 */
final class AdviceParameter {

  /** What a parameter stands for. */
  enum Kind {
    /** The object whose method is woven. */
    THIS,
    /** An argument of the woven method. */
    ARGUMENT,
    /** What the advice at the entry returned. */
    ENTER,
    /** What the woven method returns. */
    RETURN,
    /** What the woven method throws. */
    THROWN,
    /** A field of the object. */
    FIELD,
    /** The woven method's name and the types of its parameters. */
    ORIGIN
  }

  /** The variable of the advice method that the parameter is. */
  final int variable;

  final Type type;
  private @Nullable Kind kind;
  private int argument;
  private String text = "";
  private boolean optional;
  private boolean writable;

  AdviceParameter(int variable, Type type) {
    this.variable = variable;
    this.type = type;
  }

  /** What it stands for; throws if nothing says that. */
  Kind kind() {
    if (kind == null) {
      throw new IllegalArgumentException("an advice parameter without an annotation");
    }
    return kind;
  }

  /** Which argument of the woven method. */
  int argument() {
    return argument;
  }

  /** The name of the field, or the pattern of the origin. */
  String text() {
    return text;
  }

  /** Whether null stands in where there is no object. */
  boolean isOptional() {
    return optional;
  }

  /** Throws if what advice writes into the parameter may not be written through. */
  void checkWritable() {
    if (!writable || (kind != Kind.ARGUMENT && kind != Kind.RETURN && kind != Kind.FIELD)) {
      throw new IllegalArgumentException("advice writes to its parameter for " + kind);
    }
  }

  /** Takes up an annotation; null if it says nothing of what the parameter stands for. */
  @Nullable AnnotationVisitor annotated(String descriptor) {
    Kind named = kindOf(descriptor);
    if (named == null) {
      return null;
    }
    kind = named;
    return new AnnotationVisitor(Opcodes.ASM9) {
      @Override
      public void visit(@Nullable String name, Object value) {
        if (value instanceof Integer) {
          argument = (Integer) value;
        } else if (value instanceof String) {
          text = (String) value;
        } else if ("optional".equals(name)) {
          optional = (Boolean) value;
        } else if ("readOnly".equals(name)) {
          writable = !(Boolean) value;
        }
      }
    };
  }

  /** By the annotation's simple name, since its package is another one in the agent's jar. */
  private static @Nullable Kind kindOf(String descriptor) {
    switch (descriptor.substring(descriptor.lastIndexOf('/') + 1)) {
      case "Advice$This;":
        return Kind.THIS;
      case "Advice$Argument;":
        return Kind.ARGUMENT;
      case "Advice$Enter;":
        return Kind.ENTER;
      case "Advice$Return;":
        return Kind.RETURN;
      case "Advice$Thrown;":
        return Kind.THROWN;
      case "Advice$FieldValue;":
        return Kind.FIELD;
      case "Advice$Origin;":
        return Kind.ORIGIN;
      default:
        return null;
    }
  }
}
