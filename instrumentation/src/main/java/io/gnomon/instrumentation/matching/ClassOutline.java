package io.gnomon.instrumentation.matching;

import java.util.ArrayList;
import java.util.List;

/**
 * What a class file declares: its kind, its interfaces and its methods with a body (JVM
 * specification, chapter 4.1). Immutable; any thread.
 */
final class ClassOutline {

  private static final int ACC_NATIVE = 0x0100;
  private static final int ACC_INTERFACE = 0x0200;
  private static final int ACC_ABSTRACT = 0x0400;

  private final ConstantPool pool;
  private final int accessFlags;
  private final List<String> interfaces = new ArrayList<>();
  private final List<String> methodNames = new ArrayList<>();
  private final List<String> methodDescriptors = new ArrayList<>();

  ClassOutline(byte[] classFile) {
    this.pool = new ConstantPool(classFile);
    int at = pool.end();
    this.accessFlags = ConstantPool.unsigned16(classFile, at);
    int interfaceCount = ConstantPool.unsigned16(classFile, at + 6);
    at += 8;
    for (int i = 0; i < interfaceCount; i++, at += 2) {
      interfaces.add(pool.className(ConstantPool.unsigned16(classFile, at)));
    }
    at = skipMembers(classFile, at);
    readMethods(classFile, at);
  }

  boolean isInterface() {
    return (accessFlags & ACC_INTERFACE) != 0;
  }

  boolean implementsDirectly(String internalName) {
    return interfaces.contains(internalName);
  }

  boolean mentions(String text) {
    return pool.mentions(Ascii.bytes(text));
  }

  int methods() {
    return methodNames.size();
  }

  String methodName(int index) {
    return methodNames.get(index);
  }

  String methodDescriptor(int index) {
    return methodDescriptors.get(index);
  }

  private void readMethods(byte[] classFile, int start) {
    int at = start + 2;
    for (int left = ConstantPool.unsigned16(classFile, start); left > 0; left--) {
      int flags = ConstantPool.unsigned16(classFile, at);
      if ((flags & (ACC_ABSTRACT | ACC_NATIVE)) == 0) {
        methodNames.add(pool.utf8(ConstantPool.unsigned16(classFile, at + 2)));
        methodDescriptors.add(pool.utf8(ConstantPool.unsigned16(classFile, at + 4)));
      }
      at = skipMember(classFile, at);
    }
  }

  private static int skipMembers(byte[] classFile, int start) {
    int at = start + 2;
    for (int left = ConstantPool.unsigned16(classFile, start); left > 0; left--) {
      at = skipMember(classFile, at);
    }
    return at;
  }

  private static int skipMember(byte[] classFile, int start) {
    int at = start + 8;
    for (int left = ConstantPool.unsigned16(classFile, start + 6); left > 0; left--) {
      at += 6 + unsigned32(classFile, at + 2);
    }
    return at;
  }

  private static int unsigned32(byte[] bytes, int at) {
    return (ConstantPool.unsigned16(bytes, at) << 16) | ConstantPool.unsigned16(bytes, at + 2);
  }
}
