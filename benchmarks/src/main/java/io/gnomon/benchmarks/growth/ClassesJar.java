package io.gnomon.benchmarks.growth;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.description.modifier.Visibility;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.dynamic.scaffold.TypeValidation;
import net.bytebuddy.implementation.FixedValue;
import net.bytebuddy.implementation.StubMethod;

/** A jar of generated classes. */
final class ClassesJar {

  private static final int METHODS = 10;
  private static final int LOOKED_AT = 10;

  private ClassesJar() {}

  static void write(Path jar, int count) throws IOException {
    Files.createDirectories(jar.getParent());
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      ByteBuddy byteBuddy = new ByteBuddy().with(TypeValidation.DISABLED);
      for (int i = 0; i < count; i++) {
        out.putNextEntry(new JarEntry(LoadClasses.name(i).replace('.', '/') + ".class"));
        out.write(bytes(byteBuddy, i));
        out.closeEntry();
      }
    }
  }

  private static byte[] bytes(ByteBuddy byteBuddy, int index) {
    DynamicType.Builder<Object> type =
        byteBuddy.subclass(Object.class).name(LoadClasses.name(index));
    for (int i = 0; i < METHODS; i++) {
      type =
          type.defineField("field" + i, String.class, Visibility.PRIVATE)
              .defineMethod("value" + i + "Of" + index, String.class, Visibility.PUBLIC)
              .intercept(FixedValue.value("value " + i + " of " + index));
    }
    return (index % LOOKED_AT == 0 ? lookedAt(type) : type).make().getBytes();
  }

  /** With methods that advice looks for by name, in a class that it is not for. */
  private static DynamicType.Builder<Object> lookedAt(DynamicType.Builder<Object> type) {
    return type.implement(Runnable.class)
        .defineMethod("run", void.class, Visibility.PUBLIC)
        .intercept(StubMethod.INSTANCE)
        .defineMethod("execute", void.class, Visibility.PUBLIC)
        .intercept(StubMethod.INSTANCE)
        .defineMethod("close", void.class, Visibility.PUBLIC)
        .intercept(StubMethod.INSTANCE);
  }
}
