package com.example.drivers;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A Java agent that changes nothing and keeps the bytes that the JVM is about to define. It can
 * retransform, so the JVM asks it after all transformers that cannot, whoever came first.
 */
public final class Observer implements ClassFileTransformer {

  private static final Set<String> WANTED = ConcurrentHashMap.newKeySet();
  private static final Map<String, byte[]> DEFINED = new ConcurrentHashMap<>();

  private Observer() {}

  /**
   * Called by the JVM.
   *
   * @param arguments none
   * @param instrumentation the JVM's
   */
  public static void premain(String arguments, Instrumentation instrumentation) {
    instrumentation.addTransformer(new Observer(), true);
  }

  /**
   * Asks for the bytes of classes that are not loaded yet.
   *
   * @param internalNames as {@code org/h2/jdbc/JdbcStatement}
   */
  static void want(Collection<String> internalNames) {
    WANTED.addAll(internalNames);
  }

  /**
   * What was defined.
   *
   * @param internalName a class that was asked for and is loaded
   * @return its class file
   * @throws IllegalStateException if it was not seen
   */
  static byte[] defined(String internalName) {
    byte[] bytes = DEFINED.get(internalName);
    if (bytes == null) {
      throw new IllegalStateException("not seen: " + internalName);
    }
    return bytes;
  }

  @Override
  public byte[] transform(
      ClassLoader loader, String name, Class<?> type, ProtectionDomain domain, byte[] bytes) {
    if (name != null && WANTED.contains(name)) {
      DEFINED.put(name, bytes);
    }
    return null;
  }
}
