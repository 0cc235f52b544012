package io.gnomon.instrumentation.weaving;

import io.gnomon.instrumentation.CallRule;
import io.gnomon.instrumentation.MethodRule;
import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.description.field.FieldDescription;
import net.bytebuddy.description.field.FieldList;
import net.bytebuddy.description.method.MethodList;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.pool.TypePool;
import net.bytebuddy.utility.OpenedClassReader;
import org.jspecify.annotations.Nullable;

/**
 * Sends calls inside a method to a probe: an instruction for an instruction, what lies on the stack
 * before and after is the same, so nothing else changes.
 */
final class CallReplacer extends AsmVisitorWrapper.AbstractBase {

  private final MethodRule within;
  private final CallRule calls;

  CallReplacer(MethodRule within, CallRule calls) {
    this.within = within;
    this.calls = calls;
  }

  @Override
  public ClassVisitor wrap(
      TypeDescription instrumentedType,
      ClassVisitor classVisitor,
      Implementation.Context implementationContext,
      TypePool typePool,
      FieldList<FieldDescription.InDefinedShape> fields,
      MethodList<?> methods,
      int writerFlags,
      int readerFlags) {
    return new ClassVisitor(OpenedClassReader.ASM_API, classVisitor) {
      @Override
      @SuppressWarnings("NullAway") // a visitor above may have no use for a method
      public MethodVisitor visitMethod(
          int access,
          String name,
          String descriptor,
          @Nullable String signature,
          String @Nullable [] exceptions) {
        MethodVisitor method = super.visitMethod(access, name, descriptor, signature, exceptions);
        return method != null && within.matches(name, descriptor)
            ? new Body(method, calls)
            : method;
      }
    };
  }

  private static final class Body extends MethodVisitor {

    private final CallRule calls;

    Body(MethodVisitor next, CallRule calls) {
      super(OpenedClassReader.ASM_API, next);
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
}
