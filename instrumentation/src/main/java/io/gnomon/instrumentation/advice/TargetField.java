package io.gnomon.instrumentation.advice;

import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** A field that a woven class may read: its own, or one that it inherits. Immutable. */
final class TargetField {

  final String name;
  final Type type;
  final boolean isStatic;

  private TargetField(String name, Type type, boolean isStatic) {
    this.name = name;
    this.type = type;
    this.isStatic = isStatic;
  }

  static TargetField of(int access, String name, String descriptor) {
    return new TargetField(name, Type.getType(descriptor), (access & Opcodes.ACC_STATIC) != 0);
  }
}
