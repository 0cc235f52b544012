package io.gnomon.http;

import io.gnomon.instrumentation.matching.ClassMatcher;
import io.gnomon.instrumentation.weaving.WeavingListener;
import io.gnomon.instrumentation.weaving.WeavingTransformer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Loads the clients and the shop that calls by them itself, woven. */
final class WovenClients extends ClassLoader {

  private static final List<String> OWN =
      List.of("shop.", "org.apache.http.", "org.apache.hc.", "okhttp3.", "okio.");

  final List<String> woven = new CopyOnWriteArrayList<>();
  final List<String> failed = new CopyOnWriteArrayList<>();

  private final WeavingTransformer transformer =
      WeavingTransformer.atLoad(
          new ClassMatcher(List.of(new HttpClientInstrumentation())),
          WovenClients.class.getClassLoader(),
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

  WovenClients() {
    super(WovenClients.class.getClassLoader());
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
      byte[] changed = transformer.transform(this, internalName, null, null, asWritten);
      byte[] bytes = changed == null ? asWritten : changed;
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
