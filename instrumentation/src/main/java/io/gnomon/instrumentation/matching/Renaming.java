package io.gnomon.instrumentation.matching;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Renames packages in a class file. Every name, descriptor and signature is a text of the constant
 * pool, so the pool is all that is read. Any thread.
 */
public final class Renaming {

  private Renaming() {}

  /**
   * A class file with packages renamed, wherever a text of it has them.
   *
   * @param classFile is left as it is
   * @param from the beginnings of internal names, in ASCII, as {@code javax/servlet/}
   * @param to what stands for each
   * @return a new class file
   */
  public static byte[] of(byte[] classFile, String[] from, String[] to) {
    ByteArrayOutputStream renamed = new ByteArrayOutputStream(classFile.length + 256);
    int at = ConstantPool.FIRST_ENTRY_OFFSET;
    renamed.write(classFile, 0, at);
    int count = ConstantPool.count(classFile);
    for (int index = 1; index < count; index++) {
      byte tag = classFile[at];
      int length = ConstantPool.entryLength(classFile, at);
      if (ConstantPool.isUtf8(tag)) {
        // A text begins after its tag and its length. Bytes beyond ASCII come through unchanged.
        String text = new String(classFile, at + 3, length - 3, StandardCharsets.ISO_8859_1);
        for (int i = 0; i < from.length; i++) {
          text = text.replace(from[i], to[i]);
        }
        write(renamed, tag, text.getBytes(StandardCharsets.ISO_8859_1));
      } else {
        renamed.write(classFile, at, length);
      }
      at += length;
      index += ConstantPool.isWide(tag) ? 1 : 0;
    }
    renamed.write(classFile, at, classFile.length - at);
    return renamed.toByteArray();
  }

  private static void write(ByteArrayOutputStream to, byte tag, byte[] text) {
    to.write(tag);
    to.write(text.length >>> 8);
    to.write(text.length);
    to.write(text, 0, text.length);
  }
}
