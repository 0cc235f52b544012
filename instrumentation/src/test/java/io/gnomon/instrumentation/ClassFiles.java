package io.gnomon.instrumentation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Class files of this test run, and a module made of rules. */
public final class ClassFiles {

  private ClassFiles() {}

  public static byte[] of(Class<?> type) {
    try (InputStream in =
        type.getResourceAsStream(type.getTypeName().replaceAll(".*\\.", "") + ".class")) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static String internalName(Class<?> type) {
    return type.getName().replace('.', '/');
  }

  public static InstrumentationModule module(TypeRule... rules) {
    return new InstrumentationModule() {
      @Override
      public String name() {
        return "test";
      }

      @Override
      public List<TypeRule> rules() {
        return List.of(rules);
      }
    };
  }
}
