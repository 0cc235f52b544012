package io.gnomon.instrumentation.advice;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Reads class files, also those of a JDK that is newer than the library: a version adds little that
 * concerns us, and what can't be read after all is told as a failure. Any thread.
 */
public final class ClassBytes {

  /** The newest version that the library reads without being told another one. */
  private static final int NEWEST = Opcodes.V28;

  /** Where the major version stands, JVM specification, chapter 4.1: its lower byte. */
  private static final int MAJOR_HIGH = 6;

  private static final int MAJOR_LOW = 7;

  private ClassBytes() {}

  /**
   * A reader of a class file.
   *
   * @param classFile is left as it is
   * @return what reads it
   */
  public static ClassReader reader(byte[] classFile) {
    if (classFile.length <= MAJOR_LOW || major(classFile) <= NEWEST) {
      return new ClassReader(classFile);
    }
    byte[] older = classFile.clone();
    older[MAJOR_HIGH] = 0;
    older[MAJOR_LOW] = NEWEST;
    return new ClassReader(older);
  }

  /**
   * Gives a class file the version of another.
   *
   * @param classFile is changed
   * @param original what it was made of
   * @return the first
   */
  public static byte[] withVersionOf(byte[] classFile, byte[] original) {
    classFile[MAJOR_HIGH] = original[MAJOR_HIGH];
    classFile[MAJOR_LOW] = original[MAJOR_LOW];
    return classFile;
  }

  /** All that a stream has. */
  static byte[] bytes(InputStream in) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] part = new byte[8192];
    for (int length = in.read(part); length >= 0; length = in.read(part)) {
      all.write(part, 0, length);
    }
    return all.toByteArray();
  }

  private static int major(byte[] classFile) {
    return (classFile[MAJOR_HIGH] & 0xff) << 8 | (classFile[MAJOR_LOW] & 0xff);
  }
}
