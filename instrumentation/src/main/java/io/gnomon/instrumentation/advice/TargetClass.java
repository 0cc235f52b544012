package io.gnomon.instrumentation.advice;

import io.gnomon.instrumentation.MethodRule;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.FieldVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/**
 * What has to be known of a class before it is woven, read in one go. One thread, until it has been
 * read.
 */
public final class TargetClass {

  private static final String IDENTITY = "serialVersionUID";

  private final ClassReader reader;
  private final Supertypes supertypes;
  private final Map<String, TargetField> fields = new HashMap<>();
  private final Set<String> writesToArguments = new HashSet<>();
  private int version;

  private TargetClass(ClassReader reader, Supertypes supertypes) {
    this.reader = reader;
    this.supertypes = supertypes;
  }

  /**
   * Reads a class.
   *
   * @param reader its class file
   * @param looked methods of which it has to be known whether they write to their arguments
   * @param supertypes where those above it are found
   * @return what it declares
   */
  public static TargetClass of(
      ClassReader reader, Collection<MethodRule> looked, Supertypes supertypes) {
    TargetClass target = new TargetClass(reader, supertypes);
    reader.accept(target.new Reading(looked), ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return target;
  }

  /**
   * The internal name.
   *
   * @return as {@code org/h2/jdbc/JdbcStatement}
   */
  public String name() {
    return reader.getClassName();
  }

  /**
   * A method with a body.
   *
   * @param access its flags
   * @param methodName its name
   * @param descriptor its descriptor
   * @return what advice has to know of it
   */
  public TargetMethod method(int access, String methodName, String descriptor) {
    return new TargetMethod(
        this, access, methodName, descriptor, writesToArguments.contains(methodName + descriptor));
  }

  /**
   * Whether to add an interface, methods and a transient field would change what the class is
   * stored as: its objects can be serialized, or that can't be told, and it does not say its own
   * {@code serialVersionUID}.
   *
   * @return false if it may have a slot
   */
  public boolean isStoredByItsShape() {
    TargetField identity = fields.get(IDENTITY);
    return (identity == null || !identity.isStatic || !identity.type.equals(Type.LONG_TYPE))
        && supertypes.mayBeSerializable(reader);
  }

  Type type() {
    return Type.getObjectType(name());
  }

  /** Whether its methods have stack maps: class files since Java 6 do. */
  boolean hasFrames() {
    return (version & 0xffff) >= Opcodes.V1_6;
  }

  @Nullable TargetField field(String fieldName) {
    TargetField own = fields.get(fieldName);
    return own == null ? supertypes.inherited(reader, fieldName) : own;
  }

  private final class Reading extends ClassVisitor {

    private final Collection<MethodRule> looked;

    Reading(Collection<MethodRule> looked) {
      super(Opcodes.ASM9);
      this.looked = looked;
    }

    @Override
    public void visit(
        int classVersion,
        int access,
        String name,
        @Nullable String signature,
        @Nullable String superName,
        String @Nullable [] interfaces) {
      version = classVersion;
    }

    @Override
    public @Nullable FieldVisitor visitField(
        int access,
        String fieldName,
        String descriptor,
        @Nullable String signature,
        @Nullable Object value) {
      fields.put(fieldName, TargetField.of(access, fieldName, descriptor));
      return null;
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
        int access,
        String methodName,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      for (MethodRule rule : looked) {
        if (rule.matches(methodName, descriptor)) {
          return new Writes(
              methodName + descriptor, TargetMethod.argumentWords(access, descriptor));
        }
      }
      return null;
    }
  }

  private final class Writes extends MethodVisitor {

    private final String method;
    private final int argumentWords;

    Writes(String method, int argumentWords) {
      super(Opcodes.ASM9);
      this.method = method;
      this.argumentWords = argumentWords;
    }

    @Override
    public void visitVarInsn(int opcode, int variable) {
      if (opcode >= Opcodes.ISTORE && opcode <= Opcodes.ASTORE && variable < argumentWords) {
        writesToArguments.add(method);
      }
    }

    @Override
    public void visitIincInsn(int variable, int increment) {
      if (variable < argumentWords) {
        writesToArguments.add(method);
      }
    }
  }
}
