package com.example.drivers;

import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** What a class file says of a class: its parents, and which of its methods call the probe. */
final class ClassFile extends ClassVisitor {

  private static final String PROBE = "java/gnomon/JdbcProbe";
  private static final int MAJOR = 0xFFFF;

  final Set<String> parents = new TreeSet<>();

  /**
   * Methods whose body can return, as name and descriptor, and whether they call the probe. One
   * that only throws has no end that advice could tell of.
   */
  final TreeMap<String, Boolean> methods = new TreeMap<>();

  private int version;
  private boolean isInterface;
  private String name = "";

  private ClassFile() {
    super(Opcodes.ASM9);
  }

  /** Reads the parents and the methods, but not their code. */
  static ClassFile outline(byte[] bytes) {
    return read(bytes, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
  }

  /** Reads everything. */
  static ClassFile whole(byte[] bytes) {
    return read(bytes, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
  }

  private static ClassFile read(byte[] bytes, int options) {
    ClassFile file = new ClassFile();
    new ClassReader(bytes).accept(file, options);
    return file;
  }

  String name() {
    return name;
  }

  boolean isInterface() {
    return isInterface;
  }

  int major() {
    return version & MAJOR;
  }

  @Override
  public void visit(
      int classVersion,
      int access,
      String internalName,
      String signature,
      String superName,
      String[] interfaces) {
    version = classVersion;
    isInterface = (access & Opcodes.ACC_INTERFACE) != 0;
    name = internalName;
    if (superName != null) {
      parents.add(superName);
    }
    for (String one : interfaces) {
      parents.add(one);
    }
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String method, String descriptor, String signature, String[] exceptions) {
    if ((access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) != 0) {
      return null;
    }
    String key = method + descriptor;
    return new MethodVisitor(Opcodes.ASM9) {
      @Override
      public void visitInsn(int opcode) {
        if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
          methods.putIfAbsent(key, false);
        }
      }

      @Override
      public void visitMethodInsn(
          int opcode, String owner, String called, String calledDescriptor, boolean itf) {
        if (owner.equals(PROBE)) {
          methods.put(key, true);
        }
      }
    };
  }
}
