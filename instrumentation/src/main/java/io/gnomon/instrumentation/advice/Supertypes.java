package io.gnomon.instrumentation.advice;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.FieldVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * What is above a class that is just being loaded, read from class files so that nothing is loaded
 * for it. Only what is called {@code java.*} is asked of the JVM, when an application's class is
 * looked at. Looked into where the class file alone does not tell. Any thread.
 */
public final class Supertypes {

  private static final String OBJECT = "java/lang/Object";

  private final ClassLoader loader;
  private final @Nullable ClassLoader platformLoader;

  private Supertypes(ClassLoader loader, @Nullable ClassLoader platformLoader) {
    this.loader = loader;
    this.platformLoader = platformLoader;
  }

  /**
   * Those that a class may have.
   *
   * @param loader the loader that will define the class, null for the boot loader
   * @param agentLoader ours, a child of the platform loader, which finds what the JDK has
   * @return to be asked about classes of this loader
   */
  public static Supertypes of(@Nullable ClassLoader loader, ClassLoader agentLoader) {
    return new Supertypes(loader == null ? agentLoader : loader, agentLoader.getParent());
  }

  /** Whether objects of a class can be serialized; true if a supertype is not found. */
  boolean mayBeSerializable(ClassReader type) {
    for (String interfaceName : type.getInterfaces()) {
      if (mayBeSerializable(interfaceName)) {
        return true;
      }
    }
    String superName = type.getSuperName();
    return superName != null && mayBeSerializable(superName);
  }

  private boolean mayBeSerializable(String name) {
    if (name.equals(OBJECT)) {
      return false;
    }
    if (name.startsWith("java/")) {
      try {
        return Serializable.class.isAssignableFrom(
            Class.forName(name.replace('/', '.'), false, platformLoader));
      } catch (ClassNotFoundException | LinkageError missing) {
        return true;
      }
    }
    ClassReader type = read(name);
    return type == null || mayBeSerializable(type);
  }

  /** A field of that name that is not private, of the nearest class above; null without one. */
  @Nullable TargetField inherited(ClassReader type, String fieldName) {
    ClassReader above = type;
    while (above != null) {
      String superName = above.getSuperName();
      above = superName == null ? null : read(superName);
      TargetField field = above == null ? null : declared(above, fieldName);
      if (field != null) {
        return field;
      }
    }
    return null;
  }

  private static @Nullable TargetField declared(ClassReader type, String fieldName) {
    TargetField[] found = new TargetField[1];
    type.accept(
        new ClassVisitor(Opcodes.ASM9) {
          @Override
          public @Nullable FieldVisitor visitField(
              int access,
              String name,
              String descriptor,
              @Nullable String signature,
              @Nullable Object value) {
            if (name.equals(fieldName) && (access & Opcodes.ACC_PRIVATE) == 0) {
              found[0] = TargetField.of(access, name, descriptor);
            }
            return null;
          }
        },
        ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
    return found[0];
  }

  private @Nullable ClassReader read(String name) {
    try (InputStream classFile = loader.getResourceAsStream(name + ".class")) {
      return classFile == null ? null : ClassBytes.reader(ClassBytes.bytes(classFile));
    } catch (IOException unreadable) {
      return null;
    }
  }
}
