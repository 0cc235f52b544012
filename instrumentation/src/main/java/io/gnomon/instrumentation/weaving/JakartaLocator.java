package io.gnomon.instrumentation.weaving;

import java.io.IOException;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.commons.ClassRemapper;
import net.bytebuddy.jar.asm.commons.Remapper;
import net.bytebuddy.utility.OpenedClassReader;

/**
 * Finds class files with {@code javax.servlet} and {@code javax.faces} renamed to {@code jakarta},
 * and XWork to what it became in the Struts that came with it.
 */
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
    reader.accept(new ClassRemapper(writer, new JakartaRemapper()), 0);
    return writer.toByteArray();
  }

  private static final class JakartaRemapper extends Remapper {

    private static final String[] FROM = {
      "javax/servlet/", "javax/faces/", "com/opensymphony/xwork2/"
    };
    private static final String[] TO = {
      "jakarta/servlet/", "jakarta/faces/", "org/apache/struts2/"
    };

    JakartaRemapper() {
      super(OpenedClassReader.ASM_API);
    }

    @Override
    public String map(String internalName) {
      for (int i = 0; i < FROM.length; i++) {
        if (internalName.startsWith(FROM[i])) {
          return TO[i] + internalName.substring(FROM[i].length());
        }
      }
      return internalName;
    }
  }
}
