package io.gnomon.instrumentation;

import io.gnomon.instrumentation.matching.ClassMatcher;
import io.gnomon.instrumentation.weaving.WeavingListener;
import io.gnomon.instrumentation.weaving.WeavingTransformer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Loads libraries, and what a test runs on them, itself and woven; all else comes from its parent.
 * For the tests of instrumentations, which get it by this module's test jar.
 */
public final class WeavingLoader extends ClassLoader {

  private final List<String> woven = new CopyOnWriteArrayList<>();
  private final List<String> failed = new CopyOnWriteArrayList<>();
  private final List<String> own;
  private final WeavingTransformer transformer;

  /** Loads classes whose names begin so itself, woven by a module. */
  public WeavingLoader(InstrumentationModule module, String... own) {
    super(WeavingLoader.class.getClassLoader());
    this.own = List.of(own);
    this.transformer =
        WeavingTransformer.atLoad(
            new ClassMatcher(List.of(module)),
            getParent(),
            new WeavingListener() {
              @Override
              public void woven(String internalName, long elapsedNanos) {
                woven.add(internalName);
              }

              @Override
              public void failed(String internalName, Throwable failure) {
                failed.add(internalName + ": " + failure);
              }
            });
  }

  /** Which classes were woven, by their internal names. */
  public List<String> woven() {
    return woven;
  }

  /** Which classes could not be woven, and why. */
  public List<String> failed() {
    return failed;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      if (loaded != null) {
        return loaded;
      }
      return own.stream().anyMatch(name::startsWith)
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
