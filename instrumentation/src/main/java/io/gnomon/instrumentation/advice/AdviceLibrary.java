package io.gnomon.instrumentation.advice;

import io.gnomon.instrumentation.matching.Renaming;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The advice classes by name, read from the agent's jar. {@code Name#jakarta} is the class {@code
 * Name} with every {@code javax} type renamed, so that both name spaces share one source. Any
 * thread.
 */
public final class AdviceLibrary {

  private static final String JAKARTA = "#jakarta";

  /** With the servlets came Faces, and what XWork became in Struts. */
  private static final String[] JAVAX_NAMES = {
    "javax/servlet/", "javax/faces/", "com/opensymphony/xwork2/"
  };

  private static final String[] JAKARTA_NAMES = {
    "jakarta/servlet/", "jakarta/faces/", "org/apache/struts2/"
  };

  private final ConcurrentMap<String, AdviceClass> advices = new ConcurrentHashMap<>();
  private final ClassLoader agentLoader;

  /**
   * An empty library, filled as it is asked.
   *
   * @param agentLoader the loader that has the advice classes
   */
  public AdviceLibrary(ClassLoader agentLoader) {
    this.agentLoader = agentLoader;
  }

  /**
   * Advice by name.
   *
   * @param name the binary name of its class, perhaps with {@code #jakarta}
   * @return always the same
   * @throws IllegalArgumentException if there is no such class, or it has no advice
   */
  public AdviceClass advice(String name) {
    AdviceClass advice = advices.get(name);
    if (advice == null) {
      advice = read(name);
      advices.put(name, advice);
    }
    return advice;
  }

  private AdviceClass read(String name) {
    boolean renamed = name.endsWith(JAKARTA);
    String className = renamed ? name.substring(0, name.length() - JAKARTA.length()) : name;
    String resource = className.replace('.', '/') + ".class";
    try (InputStream in = agentLoader.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalArgumentException("there is no advice " + className);
      }
      byte[] classFile = ClassBytes.bytes(in);
      return AdviceClass.of(
          renamed ? Renaming.of(classFile, JAVAX_NAMES, JAKARTA_NAMES) : classFile);
    } catch (IOException e) {
      throw new IllegalArgumentException("the advice " + className + " can't be read", e);
    }
  }
}
