package io.gnomon.jdbc;

import java.util.function.Consumer;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** Class files as old compilers and obfuscators leave them, without stack map frames. */
final class MadeClass {

  private static final int ENOUGH = 8;

  private final ClassWriter writer = new ClassWriter(0);
  private final String name;

  MadeClass(int version, int access, String name, String superName, String... interfaces) {
    this.name = name;
    writer.visit(version, access | Opcodes.ACC_SUPER, name, null, superName, interfaces);
    method(
        Opcodes.ACC_PUBLIC,
        "<init>",
        "()V",
        code -> {
          code.visitVarInsn(Opcodes.ALOAD, 0);
          code.visitMethodInsn(Opcodes.INVOKESPECIAL, superName, "<init>", "()V", false);
          code.visitInsn(Opcodes.RETURN);
        });
  }

  MadeClass method(int access, String method, String descriptor, Consumer<MethodVisitor> body) {
    MethodVisitor code = writer.visitMethod(access, method, descriptor, null, null);
    code.visitCode();
    body.accept(code);
    code.visitMaxs(ENOUGH, ENOUGH);
    code.visitEnd();
    return this;
  }

  /** Returns a new object of a class. */
  MadeClass making(String method, String descriptor, String made) {
    return method(
        Opcodes.ACC_PUBLIC,
        method,
        descriptor,
        code -> {
          code.visitTypeInsn(Opcodes.NEW, made);
          code.visitInsn(Opcodes.DUP);
          code.visitMethodInsn(Opcodes.INVOKESPECIAL, made, "<init>", "()V", false);
          code.visitInsn(Opcodes.ARETURN);
        });
  }

  /** Returns null. */
  static void returnNull(MethodVisitor code) {
    code.visitInsn(Opcodes.ACONST_NULL);
    code.visitInsn(Opcodes.ARETURN);
  }

  /** Returns 7. */
  static void returnSeven(MethodVisitor code) {
    code.visitIntInsn(Opcodes.BIPUSH, 7);
    code.visitInsn(Opcodes.IRETURN);
  }

  /** Returns 7 by way of a subroutine, as {@code finally} was compiled up to Java 1.4. */
  static void returnSevenAfterSubroutine(MethodVisitor code) {
    Label subroutine = new Label();
    code.visitJumpInsn(Opcodes.JSR, subroutine);
    returnSeven(code);
    code.visitLabel(subroutine);
    code.visitVarInsn(Opcodes.ASTORE, 2);
    code.visitVarInsn(Opcodes.RET, 2);
  }

  String name() {
    return name;
  }

  byte[] bytes() {
    writer.visitEnd();
    return writer.toByteArray();
  }
}
