package io.gnomon.instrumentation.advice;

import io.gnomon.instrumentation.ClassFiles;
import io.gnomon.instrumentation.MethodRule;
import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.matcher.ElementMatcher;
import net.bytebuddy.pool.TypePool;

/** Weaves one advice class into the methods that a test wants. */
final class Inlined {

  private Inlined() {}

  static byte[] into(
      Class<?> type, Class<?> advice, ElementMatcher<? super MethodDescription> methods) {
    return into(ClassFiles.of(type), advice, methods);
  }

  static byte[] into(
      byte[] classFile, Class<?> advice, ElementMatcher<? super MethodDescription> methods) {
    ClassReader reader = new ClassReader(classFile);
    String name = reader.getClassName().replace('/', '.');
    TypeDescription described =
        TypePool.Default.of(
                new ClassFileLocator.Compound(
                    ClassFileLocator.Simple.of(name, classFile),
                    ClassFileLocator.ForClassLoader.of(Inlined.class.getClassLoader())))
            .describe(name)
            .resolve();
    List<MethodRule> rules = new ArrayList<>();
    for (MethodDescription method : described.getDeclaredMethods().filter(methods)) {
      rules.add(MethodRule.exact(method.getInternalName(), method.getDescriptor(), "a"));
    }
    return into(reader, AdviceClass.of(ClassFiles.of(advice)), rules);
  }

  static byte[] into(ClassReader reader, AdviceClass advice, List<MethodRule> rules) {
    ClassLoader loader = Inlined.class.getClassLoader();
    TargetClass target = TargetClass.of(reader, rules, Supertypes.of(loader, loader));
    ClassWriter writer = new ClassWriter(reader, 0);
    reader.accept(
        new ClassVisitor(Opcodes.ASM9, writer) {
          @Override
          public MethodVisitor visitMethod(
              int access, String name, String descriptor, String signature, String[] exceptions) {
            MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
            return rules.stream().anyMatch(rule -> rule.matches(name, descriptor))
                ? advice.around(target.method(access, name, descriptor), next)
                : next;
          }
        },
        ClassReader.EXPAND_FRAMES);
    return writer.toByteArray();
  }
}
