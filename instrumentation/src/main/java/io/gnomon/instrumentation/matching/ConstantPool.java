package io.gnomon.instrumentation.matching;

/**
 * Reads a class file's constant pool (JVM specification, chapter 4.4) in place. Immutable; any
 * thread.
 */
final class ConstantPool {

  /** Offset of {@code constant_pool_count} in a class file. */
  private static final int COUNT_OFFSET = 8;

  static final int FIRST_ENTRY_OFFSET = 10;

  private static final int TAG_UTF8 = 1;
  private static final int TAG_LONG = 5;
  private static final int TAG_DOUBLE = 6;

  private final byte[] bytes;
  private final int[] offsets;
  private final int end;

  ConstantPool(byte[] bytes) {
    this.bytes = bytes;
    this.offsets = new int[count(bytes)];
    int at = FIRST_ENTRY_OFFSET;
    for (int index = 1; index < offsets.length; index++) {
      offsets[index] = at;
      index += isWide(bytes[at]) ? 1 : 0;
      at += entryLength(bytes, at);
    }
    this.end = at;
  }

  static int count(byte[] bytes) {
    return unsigned16(bytes, COUNT_OFFSET);
  }

  static boolean isUtf8(byte tag) {
    return tag == TAG_UTF8;
  }

  /** Whether an entry takes two indices. */
  static boolean isWide(byte tag) {
    return tag == TAG_LONG || tag == TAG_DOUBLE;
  }

  /** The length of an entry with its tag, in bytes. */
  static int entryLength(byte[] bytes, int at) {
    switch (bytes[at]) {
      case TAG_UTF8:
        return 3 + unsigned16(bytes, at + 1);
      case 7: // Class
      case 8: // String
      case 16: // MethodType
      case 19: // Module
      case 20: // Package
        return 3;
      case 15: // MethodHandle
        return 4;
      case 3: // Integer
      case 4: // Float
      case 9: // Fieldref
      case 10: // Methodref
      case 11: // InterfaceMethodref
      case 12: // NameAndType
      case 17: // Dynamic
      case 18: // InvokeDynamic
        return 5;
      case TAG_LONG:
      case TAG_DOUBLE:
        return 9;
      default:
        throw new IllegalArgumentException("unknown constant pool tag " + bytes[at]);
    }
  }

  static int unsigned16(byte[] bytes, int at) {
    return ((bytes[at] & 0xff) << 8) | (bytes[at + 1] & 0xff);
  }

  /** Where the pool ends and {@code access_flags} begin. */
  int end() {
    return end;
  }

  /** The text of a Utf8 entry; names and descriptors that we look for are ASCII. */
  String utf8(int index) {
    int at = offsets[index];
    int length = unsigned16(bytes, at + 1);
    char[] chars = new char[length];
    for (int i = 0; i < length; i++) {
      chars[i] = (char) (bytes[at + 3 + i] & 0xff);
    }
    return new String(chars);
  }

  /** The name that a Class entry refers to. */
  String className(int index) {
    return utf8(unsigned16(bytes, offsets[index] + 1));
  }

  /** Whether any Utf8 entry contains a text. */
  boolean mentions(byte[] text) {
    for (int index = 1; index < offsets.length; index++) {
      int at = offsets[index];
      if (isUtf8(bytes[at]) && contains(at + 3, unsigned16(bytes, at + 1), text)) {
        return true;
      }
      index += isWide(bytes[at]) ? 1 : 0;
    }
    return false;
  }

  private boolean contains(int start, int length, byte[] text) {
    for (int at = start, last = start + length - text.length; at <= last; at++) {
      if (regionMatches(bytes, at, text)) {
        return true;
      }
    }
    return false;
  }

  static boolean regionMatches(byte[] bytes, int at, byte[] text) {
    for (int i = 0; i < text.length; i++) {
      if (bytes[at + i] != text[i]) {
        return false;
      }
    }
    return true;
  }
}
