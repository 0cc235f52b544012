package io.gnomon.instrumentation.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gnomon.instrumentation.ClassFiles;
import io.gnomon.instrumentation.MethodRule;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.function.Consumer;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the JVM allows and javac does not write: obfuscators, other compilers, old ones. */
class OddClassFilesTest {

  private static final String DESCRIPTOR = "(Ljava/lang/String;I)Ljava/lang/Object;";

  @AfterEach
  void forget() {
    Told.taken();
  }

  /** A static method {@code run(String, int)} of the given code, as a class file. */
  private static byte[] odd(int version, int flags, Consumer<MethodVisitor> code) {
    ClassWriter writer = new ClassWriter(flags);
    writer.visit(version, Opcodes.ACC_PUBLIC, "odd/Odd", null, "java/lang/Object", null);
    MethodVisitor method =
        writer.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "run", DESCRIPTOR, null, null);
    method.visitCode();
    code.accept(method);
    method.visitMaxs(8, 8);
    method.visitEnd();
    writer.visitEnd();
    return writer.toByteArray();
  }

  private static byte[] woven(byte[] classFile, Class<?> advice) {
    return Inlined.into(
        ClassBytes.reader(classFile),
        AdviceClass.of(ClassFiles.of(advice)),
        List.of(MethodRule.exact("run", DESCRIPTOR, "a")));
  }

  private static Object run(byte[] classFile, String text, int number) throws Throwable {
    try {
      return new InliningTest.Defining()
          .define("odd.Odd", classFile)
          .getMethod("run", String.class, int.class)
          .invoke(null, text, number);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  @Test
  void whatLiesBelowAReturnedValueIsLetGo() throws Throwable {
    byte[] classFile =
        odd(
            Opcodes.V1_8,
            ClassWriter.COMPUTE_MAXS,
            method -> {
              method.visitLdcInsn(7L);
              method.visitInsn(Opcodes.ICONST_1);
              method.visitLdcInsn(2.5);
              method.visitInsn(Opcodes.DUP2_X1);
              method.visitVarInsn(Opcodes.ALOAD, 0);
              Label more = new Label();
              method.visitVarInsn(Opcodes.ILOAD, 1);
              method.visitJumpInsn(Opcodes.IFNE, more);
              method.visitInsn(Opcodes.ARETURN);
              method.visitLabel(more);
              method.visitFrame(
                  Opcodes.F_FULL,
                  2,
                  new Object[] {"java/lang/String", Opcodes.INTEGER},
                  5,
                  new Object[] {
                    Opcodes.LONG,
                    Opcodes.DOUBLE,
                    Opcodes.INTEGER,
                    Opcodes.DOUBLE,
                    "java/lang/String"
                  });
              method.visitInsn(Opcodes.ACONST_NULL);
              method.visitInsn(Opcodes.ARETURN);
            });

    byte[] woven = woven(classFile, Advices.Whole.class);

    assertThat(run(woven, "below", 0)).isEqualTo("below");
    assertThat(run(woven, "below", 1)).isNull();
    assertThat(Told.taken()).filteredOn(line -> line.startsWith("exit")).hasSize(2);
  }

  @Test
  void aVariableThatReachesOverTheArgumentsStaysWhole() throws Throwable {
    byte[] classFile =
        odd(
            Opcodes.V1_8,
            0,
            method -> {
              // The long takes the place of the last argument and of the word behind it.
              method.visitVarInsn(Opcodes.ILOAD, 1);
              method.visitInsn(Opcodes.I2L);
              method.visitVarInsn(Opcodes.LSTORE, 1);
              method.visitInsn(Opcodes.ACONST_NULL);
              method.visitVarInsn(Opcodes.ASTORE, 0);
              Label end = new Label();
              method.visitVarInsn(Opcodes.LLOAD, 1);
              method.visitInsn(Opcodes.LCONST_0);
              method.visitInsn(Opcodes.LCMP);
              method.visitJumpInsn(Opcodes.IFEQ, end);
              method.visitVarInsn(Opcodes.LLOAD, 1);
              method.visitMethodInsn(
                  Opcodes.INVOKESTATIC, "java/lang/Long", "valueOf", "(J)Ljava/lang/Long;", false);
              method.visitInsn(Opcodes.ARETURN);
              method.visitLabel(end);
              method.visitFrame(
                  Opcodes.F_FULL, 2, new Object[] {Opcodes.NULL, Opcodes.LONG}, 0, null);
              method.visitVarInsn(Opcodes.ALOAD, 0);
              method.visitInsn(Opcodes.ARETURN);
            });

    byte[] woven = woven(classFile, Advices.Arguments.class);

    assertThat(run(woven, "kept", 9)).isEqualTo(9L);
    assertThat(run(woven, "kept", 0)).isNull();
    assertThat(Told.taken()).containsExactly("argument kept", "argument kept");
  }

  @Test
  void argumentsThatAStackMapLeavesOutAreThereAtTheExit() throws Throwable {
    byte[] classFile =
        odd(
            Opcodes.V1_8,
            0,
            method -> {
              Label end = new Label();
              method.visitVarInsn(Opcodes.ILOAD, 1);
              method.visitJumpInsn(Opcodes.IFEQ, end);
              method.visitVarInsn(Opcodes.ALOAD, 0);
              method.visitInsn(Opcodes.ARETURN);
              method.visitLabel(end);
              method.visitFrame(Opcodes.F_FULL, 0, null, 0, null);
              method.visitLdcInsn("not told of");
              method.visitVarInsn(Opcodes.ASTORE, 2);
              method.visitVarInsn(Opcodes.ALOAD, 2);
              method.visitInsn(Opcodes.ARETURN);
            });

    byte[] woven = woven(classFile, Advices.Arguments.class);

    assertThat(run(woven, "kept", 0)).isEqualTo("not told of");
    assertThat(Told.taken()).containsExactly("argument kept");
  }

  @Test
  void classFilesFromBeforeStackMapsAreWovenWithTheirSubroutines() throws Throwable {
    byte[] classFile =
        odd(
            Opcodes.V1_3,
            0,
            method -> {
              Label finallyDo = new Label();
              Label end = new Label();
              method.visitInsn(Opcodes.LCONST_1);
              method.visitJumpInsn(Opcodes.JSR, finallyDo);
              method.visitJumpInsn(Opcodes.GOTO, end);
              method.visitLabel(finallyDo);
              method.visitVarInsn(Opcodes.ASTORE, 2);
              method.visitIincInsn(1, 5);
              method.visitVarInsn(Opcodes.RET, 2);
              method.visitLabel(end);
              method.visitTypeInsn(Opcodes.NEW, "java/lang/Integer");
              method.visitInsn(Opcodes.DUP);
              method.visitVarInsn(Opcodes.ILOAD, 1);
              method.visitMethodInsn(
                  Opcodes.INVOKESPECIAL, "java/lang/Integer", "<init>", "(I)V", false);
              method.visitInsn(Opcodes.ARETURN);
            });

    byte[] woven = woven(classFile, Advices.Plain.class);

    assertThat(run(woven, "old", 2)).isEqualTo(7);
    assertThat(Told.taken()).containsExactly("enter", "returned");
  }

  @Test
  void aVersionThatIsNotKnownYetIsReadAndKept() {
    byte[] future = ClassFiles.of(Shapes.class);
    future[6] = 0;
    future[7] = (byte) 200;

    ClassReader reader = ClassBytes.reader(future);
    byte[] read = new ClassWriter(reader, 0).toByteArray();

    assertThat(reader.getClassName()).endsWith("Shapes");
    assertThat(ClassBytes.withVersionOf(read, future)[7]).isEqualTo((byte) 200);
    assertThat(future[7]).as("what was given stays as it is").isEqualTo((byte) 200);
  }

  @Test
  void whatAdviceAsksForAndIsNotThereIsSaid() {
    byte[] classFile =
        odd(
            Opcodes.V1_8,
            0,
            method -> {
              method.visitInsn(Opcodes.ACONST_NULL);
              method.visitInsn(Opcodes.ARETURN);
            });

    assertThatThrownBy(() -> woven(classFile, Advices.Fields.class))
        .hasMessage("odd/Odd has no field name");
    assertThatThrownBy(() -> woven(classFile, Advices.Constructed.class))
        .hasMessageContaining("run" + DESCRIPTOR + " has no object for its advice");
    assertThatThrownBy(() -> AdviceClass.of(ClassFiles.of(Told.class)))
        .hasMessageContaining("no advice in");
  }

  static class NotWritable {
    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Advice.Argument(0) String text) {
      text = text + "!";
      Told.add(text);
    }
  }

  static class NotNamed {
    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(String text) {
      Told.add(text);
    }
  }

  @Test
  void adviceThatCannotBeWhatItSaysIsRefusedWhenItIsRead() {
    assertThatThrownBy(() -> AdviceClass.of(ClassFiles.of(NotWritable.class)))
        .hasMessage("advice writes to its parameter for ARGUMENT");
    assertThatThrownBy(() -> AdviceClass.of(ClassFiles.of(NotNamed.class)))
        .hasMessage("an advice parameter without an annotation");
  }
}
