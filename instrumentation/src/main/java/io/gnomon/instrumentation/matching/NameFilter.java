package io.gnomon.instrumentation.matching;

import java.util.ArrayList;
import java.util.List;

/**
 * Tells of most classes, in one pass over the constant pool and without allocation, that they have
 * no method of a name that we look for. Immutable; any thread.
 */
final class NameFilter {

  private final byte[][][] namesByLength;

  NameFilter(Iterable<String> names) {
    List<List<byte[]>> byLength = new ArrayList<>();
    for (String name : names) {
      byte[] ascii = Ascii.bytes(name);
      while (byLength.size() <= ascii.length) {
        byLength.add(new ArrayList<byte[]>());
      }
      byLength.get(ascii.length).add(ascii);
    }
    this.namesByLength = new byte[byLength.size()][][];
    for (int length = 0; length < namesByLength.length; length++) {
      namesByLength[length] = byLength.get(length).toArray(new byte[0][]);
    }
  }

  /** Whether the constant pool has one of the names; false for most classes. */
  boolean mayMatch(byte[] classFile) {
    int at = ConstantPool.FIRST_ENTRY_OFFSET;
    for (int index = 1, count = ConstantPool.count(classFile); index < count; index++) {
      byte tag = classFile[at];
      if (ConstantPool.isUtf8(tag) && isName(classFile, at)) {
        return true;
      }
      index += ConstantPool.isWide(tag) ? 1 : 0;
      at += ConstantPool.entryLength(classFile, at);
    }
    return false;
  }

  private boolean isName(byte[] classFile, int at) {
    int length = ConstantPool.unsigned16(classFile, at + 1);
    if (length >= namesByLength.length) {
      return false;
    }
    for (byte[] name : namesByLength[length]) {
      if (ConstantPool.regionMatches(classFile, at + 3, name)) {
        return true;
      }
    }
    return false;
  }
}
