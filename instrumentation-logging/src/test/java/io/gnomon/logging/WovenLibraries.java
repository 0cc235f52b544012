package io.gnomon.logging;

import io.gnomon.instrumentation.matching.ClassMatcher;
import io.gnomon.instrumentation.weaving.WeavingListener;
import io.gnomon.instrumentation.weaving.WeavingTransformer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Loads the logging libraries and the shop that logs itself, woven. */
final class WovenLibraries extends ClassLoader {

  private static final List<String> OWN =
      List.of("shop.", "org.slf4j.", "ch.qos.", "org.apache.logging.", "org.jboss.");

  final List<String> woven = new ArrayList<>();
  final List<String> failed = new ArrayList<>();

  private final WeavingTransformer transformer =
      WeavingTransformer.atLoad(
          new ClassMatcher(List.of(new LoggingInstrumentation())),
          WovenLibraries.class.getClassLoader(),
          new WeavingListener() {
            @Override
            public void woven(String internalName, long elapsedNanos) {
              woven.add(internalName.substring(internalName.lastIndexOf('/') + 1));
            }

            @Override
            public void failed(String internalName, Throwable failure) {
              failed.add(internalName + ": " + failure);
            }
          });

  WovenLibraries() {
    super(WovenLibraries.class.getClassLoader());
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      if (loaded != null) {
        return loaded;
      }
      return OWN.stream().anyMatch(name::startsWith)
          ? define(name)
          : super.loadClass(name, resolve);
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    String internalName = name.replace('.', '/');
    try (InputStream in = getParent().getResourceAsStream(internalName + ".class")) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] asWritten = in.readAllBytes();
      byte[] woven = transformer.transform(this, internalName, null, null, asWritten);
      byte[] bytes = woven == null ? asWritten : woven;
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
