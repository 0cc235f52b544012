package io.gnomon.instrumentation.advice;

import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/** What has to be known of a method before advice is woven around it. Immutable; any thread. */
public final class TargetMethod {

  private final TargetClass owner;
  private final int access;
  private final String name;
  private final String descriptor;
  private final boolean writesToArguments;

  /**
   * A method with a body.
   *
   * @param owner the class that declares it
   * @param access its flags, JVM specification, table 4.6-A
   * @param name its name
   * @param descriptor its descriptor
   * @param writesToArguments whether its code writes to a variable in which an argument or {@code
   *     this} came, so that the advice at the exit has to be given what came in another way
   */
  public TargetMethod(
      TargetClass owner, int access, String name, String descriptor, boolean writesToArguments) {
    this.owner = owner;
    this.access = access;
    this.name = name;
    this.descriptor = descriptor;
    this.writesToArguments = writesToArguments;
  }

  /**
   * How many words of a method's variables its arguments take, {@code this} among them.
   *
   * @param access its flags
   * @param descriptor its descriptor
   * @return at most 255
   */
  public static int argumentWords(int access, String descriptor) {
    return Type.getArgumentsAndReturnSizes(descriptor) / 4
        - ((access & Opcodes.ACC_STATIC) == 0 ? 0 : 1);
  }

  TargetClass owner() {
    return owner;
  }

  boolean isStatic() {
    return (access & Opcodes.ACC_STATIC) != 0;
  }

  boolean isConstructor() {
    return name.equals("<init>");
  }

  boolean writesToArguments() {
    return writesToArguments;
  }

  int argumentWords() {
    return argumentWords(access, descriptor);
  }

  Type[] arguments() {
    return Type.getArgumentTypes(descriptor);
  }

  /** The variable that an argument comes in; throws if there is none of that number. */
  int variableOf(int argument) {
    Type[] types = arguments();
    if (argument >= types.length) {
      throw new IllegalArgumentException(this + " has no argument " + argument);
    }
    int variable = isStatic() ? 0 : 1;
    for (int i = 0; i < argument; i++) {
      variable += types[i].getSize();
    }
    return variable;
  }

  Type result() {
    return Type.getReturnType(descriptor);
  }

  /** Its name and the names of its parameters' classes, as {@code setAutoCommit(boolean)}. */
  String origin() {
    StringBuilder text = new StringBuilder(name).append('(');
    Type[] types = arguments();
    for (int i = 0; i < types.length; i++) {
      boolean array = types[i].getSort() == Type.ARRAY;
      text.append(i == 0 ? "" : ",")
          .append(array ? types[i].getDescriptor().replace('/', '.') : types[i].getClassName());
    }
    return text.append(')').toString();
  }

  @Override
  public String toString() {
    return owner.name() + '.' + name + descriptor;
  }

  /** A field, of the class or of one above it; throws if it is not found. */
  TargetField field(String fieldName) {
    @Nullable TargetField field = owner.field(fieldName);
    if (field == null) {
      throw new IllegalArgumentException(owner.name() + " has no field " + fieldName);
    }
    return field;
  }
}
