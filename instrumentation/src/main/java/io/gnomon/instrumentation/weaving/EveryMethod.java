package io.gnomon.instrumentation.weaving;

import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.description.field.FieldDescription;
import net.bytebuddy.description.field.FieldList;
import net.bytebuddy.description.method.MethodList;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.pool.TypePool;

/**
 * Shows advice every method that a class declares. Byte Buddy itself would show the methods of its
 * method graph, in which a bridge is not: but callers that know an interface come by the bridge.
 */
final class EveryMethod implements AsmVisitorWrapper {

  private final AsmVisitorWrapper advice;

  EveryMethod(AsmVisitorWrapper advice) {
    this.advice = advice;
  }

  @Override
  public int mergeWriter(int flags) {
    return advice.mergeWriter(flags);
  }

  @Override
  public int mergeReader(int flags) {
    return advice.mergeReader(flags);
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
    return advice.wrap(
        instrumentedType,
        classVisitor,
        implementationContext,
        typePool,
        fields,
        instrumentedType.getDeclaredMethods(),
        writerFlags,
        readerFlags);
  }
}
