package io.gnomon.instrumentation.advice;

import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/** One advice method, as often as it is asked for: its code is read anew from the class file. */
final class AdviceMethod {

  private final ClassReader classFile;
  private final String name;
  private final String descriptor;
  private final AdviceParameter[] parameters;
  private final boolean onThrowable;
  private final int maxStack;
  private final int maxLocals;

  AdviceMethod(
      ClassReader classFile,
      String name,
      String descriptor,
      AdviceParameter[] parameters,
      boolean onThrowable,
      int maxStack,
      int maxLocals) {
    this.classFile = classFile;
    this.name = name;
    this.descriptor = descriptor;
    this.parameters = parameters;
    this.onThrowable = onThrowable;
    this.maxStack = maxStack;
    this.maxLocals = maxLocals;
  }

  /** The parameters of a descriptor, each with the variable that it is in a static method. */
  static AdviceParameter[] parametersOf(String descriptor) {
    Type[] types = Type.getArgumentTypes(descriptor);
    AdviceParameter[] parameters = new AdviceParameter[types.length];
    int variable = 0;
    for (int i = 0; i < types.length; i++) {
      parameters[i] = new AdviceParameter(variable, types[i]);
      variable += types[i].getSize();
    }
    return parameters;
  }

  /** Throws if a parameter does not say what it stands for. */
  void checkParameters() {
    for (AdviceParameter parameter : parameters) {
      parameter.kind();
    }
  }

  /** What it returns. */
  Type result() {
    return Type.getReturnType(descriptor);
  }

  /** Whether it runs too where the woven method ends by an exception. */
  boolean runsOnThrowable() {
    return onThrowable;
  }

  /** How deep its operand stack gets, in words. */
  int maxStack() {
    return maxStack;
  }

  /** How many words its parameters take. */
  int parameterWords() {
    return Type.getArgumentsAndReturnSizes(descriptor) / 4 - 1;
  }

  /** How many words its own variables take. */
  int ownWords() {
    return maxLocals - parameterWords();
  }

  /** The parameter that a variable is; null for one of its own. */
  @Nullable AdviceParameter parameter(int variable) {
    for (AdviceParameter parameter : parameters) {
      if (parameter.variable == variable) {
        return parameter;
      }
    }
    return null;
  }

  /** Whether a parameter stands for this. */
  boolean asksFor(AdviceParameter.Kind kind) {
    for (AdviceParameter parameter : parameters) {
      if (parameter.kind() == kind) {
        return true;
      }
    }
    return false;
  }

  /** Shows the method, with expanded frames and without what is for debuggers. */
  void show(MethodVisitor to) {
    classFile.accept(
        new ClassVisitor(Opcodes.ASM9) {
          @Override
          public @Nullable MethodVisitor visitMethod(
              int access,
              String visitedName,
              String visitedDescriptor,
              @Nullable String signature,
              String @Nullable [] exceptions) {
            return visitedName.equals(name) && visitedDescriptor.equals(descriptor) ? to : null;
          }
        },
        ClassReader.SKIP_DEBUG | ClassReader.EXPAND_FRAMES);
  }
}
