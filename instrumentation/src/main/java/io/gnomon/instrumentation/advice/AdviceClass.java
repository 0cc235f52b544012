package io.gnomon.instrumentation.advice;

import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/**
 * Advice: what runs at the entry and at the exit of a method, as static methods with Byte Buddy's
 * annotations. Read from its class file and never loaded, since it names types that only the
 * application sees. Immutable; any thread.
 *
 * <p>Of Byte Buddy's advice we have what we use: {@code OnMethodEnter}, {@code OnMethodExit} with
 * or without {@code onThrowable}, and the parameters of {@link AdviceParameter.Kind}. What advice
 * throws is always suppressed and counted, and types that differ are always cast, within what is
 * suppressed.
 */
public final class AdviceClass {

  private final @Nullable AdviceMethod enter;
  private final @Nullable AdviceMethod exit;

  private AdviceClass(@Nullable AdviceMethod enter, @Nullable AdviceMethod exit) {
    this.enter = enter;
    this.exit = exit;
  }

  /**
   * Reads advice.
   *
   * @param classFile its class file
   * @return what it says
   */
  static AdviceClass of(byte[] classFile) {
    ClassReader reader = new ClassReader(classFile);
    Reading reading = new Reading(reader);
    reader.accept(reading, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    if (reading.enter == null && reading.exit == null) {
      throw new IllegalArgumentException("no advice in " + reader.getClassName());
    }
    return new AdviceClass(reading.enter, reading.exit);
  }

  /**
   * Whether something runs at the exit, so that it matters whether a method writes to its
   * arguments.
   *
   * @return false if all runs at the entry
   */
  public boolean hasExit() {
    return exit != null;
  }

  /**
   * Weaves the advice around a method's code, which must be shown with expanded frames.
   *
   * @param method what is known of the method
   * @param next where the woven method goes
   * @return what the method has to be shown to
   */
  public MethodVisitor around(TargetMethod method, MethodVisitor next) {
    return exit == null
        ? new EntryWeaver(method, required(enter), next)
        : new MethodWeaver(method, enter, exit, next);
  }

  private static AdviceMethod required(@Nullable AdviceMethod method) {
    if (method == null) {
      throw new IllegalStateException("advice with neither entry nor exit");
    }
    return method;
  }

  private static final class Reading extends ClassVisitor {

    private final ClassReader reader;
    private @Nullable AdviceMethod enter;
    private @Nullable AdviceMethod exit;

    Reading(ClassReader reader) {
      super(Opcodes.ASM9);
      this.reader = reader;
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      return new MethodReading(this, name, descriptor);
    }
  }

  private static final class MethodReading extends MethodVisitor {

    private final Reading of;
    private final String name;
    private final String descriptor;
    private final AdviceParameter[] parameters;
    private boolean enters;
    private boolean exits;
    private boolean onThrowable;

    MethodReading(Reading of, String name, String descriptor) {
      super(Opcodes.ASM9);
      this.of = of;
      this.name = name;
      this.descriptor = descriptor;
      this.parameters = AdviceMethod.parametersOf(descriptor);
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String type, boolean visible) {
      enters |= type.endsWith("/Advice$OnMethodEnter;");
      exits |= type.endsWith("/Advice$OnMethodExit;");
      return new AnnotationVisitor(Opcodes.ASM9) {
        @Override
        public void visit(@Nullable String property, Object value) {
          if ("onThrowable".equals(property)) {
            onThrowable = ((Type) value).getInternalName().equals("java/lang/Throwable");
          }
        }
      };
    }

    @Override
    public @Nullable AnnotationVisitor visitParameterAnnotation(
        int parameter, String type, boolean visible) {
      return parameters[parameter].annotated(type);
    }

    @Override
    public void visitVarInsn(int opcode, int variable) {
      for (AdviceParameter parameter : parameters) {
        if (parameter.variable == variable && opcode >= Opcodes.ISTORE) {
          parameter.checkWritable();
        }
      }
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
      if (!enters && !exits) {
        return;
      }
      AdviceMethod method =
          new AdviceMethod(
              of.reader, name, descriptor, parameters, onThrowable, maxStack, maxLocals);
      method.checkParameters();
      if (enters) {
        of.enter = method;
      } else {
        of.exit = method;
      }
    }
  }
}
