package io.gnomon.instrumentation.weaving;

import java.io.IOException;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.commons.ClassRemapper;
import net.bytebuddy.jar.asm.commons.Remapper;
import net.bytebuddy.utility.OpenedClassReader;

/** Finds class files with {@code javax.servlet} renamed to {@code jakarta.servlet}. */
final class JakartaLocator implements ClassFileLocator {

  private final ClassFileLocator asWritten;

  JakartaLocator(ClassFileLocator asWritten) {
    this.asWritten = asWritten;
  }

  @Override
  public Resolution locate(String name) throws IOException {
    Resolution found = asWritten.locate(name);
    return found.isResolved() ? new Resolution.Explicit(renamed(found.resolve())) : found;
  }

  @Override
  public void close() throws IOException {
    asWritten.close();
  }

  private static byte[] renamed(byte[] classFile) {
    ClassReader reader = OpenedClassReader.of(classFile);
    ClassWriter writer = new ClassWriter(reader, 0);
    reader.accept(new ClassRemapper(writer, new ServletRemapper()), 0);
    return writer.toByteArray();
  }

  private static final class ServletRemapper extends Remapper {

    private static final String FROM = "javax/servlet/";
    private static final String TO = "jakarta/servlet/";

    ServletRemapper() {
      super(OpenedClassReader.ASM_API);
    }

    @Override
    public String map(String internalName) {
      return internalName.startsWith(FROM)
          ? TO + internalName.substring(FROM.length())
          : internalName;
    }
  }
}
