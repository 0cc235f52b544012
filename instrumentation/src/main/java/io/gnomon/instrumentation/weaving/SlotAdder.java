package io.gnomon.instrumentation.weaving;

import io.gnomon.bootstrap.Slot;
import java.util.Arrays;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * Adds {@link Slot} to a class: the interface, a private transient field and its two accessors. Not
 * final, because a subclass may get a slot of its own; the accessors of the subclass then serve
 * both.
 */
final class SlotAdder extends ClassVisitor {

  private static final String SLOT = Slot.class.getName().replace('.', '/');
  private static final String FIELD = "gnomon$slot";
  private static final String OBJECT = "Ljava/lang/Object;";

  private final String owner;

  SlotAdder(ClassVisitor next, String owner) {
    super(Opcodes.ASM9, next);
    this.owner = owner;
  }

  @Override
  public void visit(
      int version,
      int access,
      String name,
      @Nullable String signature,
      String superName,
      String[] interfaces) {
    String[] more = Arrays.copyOf(interfaces, interfaces.length + 1);
    more[interfaces.length] = SLOT;
    String generic = signature == null ? null : signature + 'L' + SLOT + ';';
    super.visit(version, access, name, generic, superName, more);
  }

  @Override
  public void visitEnd() {
    super.visitField(
            Opcodes.ACC_PRIVATE | Opcodes.ACC_TRANSIENT | Opcodes.ACC_SYNTHETIC,
            FIELD,
            OBJECT,
            null,
            null)
        .visitEnd();
    addGetter();
    addSetter();
    super.visitEnd();
  }

  private void addGetter() {
    MethodVisitor method = accessor("()" + OBJECT);
    method.visitVarInsn(Opcodes.ALOAD, 0);
    method.visitFieldInsn(Opcodes.GETFIELD, owner, FIELD, OBJECT);
    method.visitInsn(Opcodes.ARETURN);
    method.visitMaxs(1, 1);
    method.visitEnd();
  }

  private void addSetter() {
    MethodVisitor method = accessor("(" + OBJECT + ")V");
    method.visitVarInsn(Opcodes.ALOAD, 0);
    method.visitVarInsn(Opcodes.ALOAD, 1);
    method.visitFieldInsn(Opcodes.PUTFIELD, owner, FIELD, OBJECT);
    method.visitInsn(Opcodes.RETURN);
    method.visitMaxs(2, 2);
    method.visitEnd();
  }

  private MethodVisitor accessor(String descriptor) {
    MethodVisitor method =
        super.visitMethod(
            Opcodes.ACC_PUBLIC | Opcodes.ACC_SYNTHETIC, FIELD, descriptor, null, null);
    method.visitCode();
    return method;
  }
}
