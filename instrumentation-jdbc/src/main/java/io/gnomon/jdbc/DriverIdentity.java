package io.gnomon.jdbc;

import java.lang.ref.WeakReference;
import java.security.CodeSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which driver a class belongs to: its class loader, its code source, and the first segments of its
 * package, since a jar may hold a pool and a driver together. Immutable; does not hold the loader.
 */
final class DriverIdentity {

  private static final String[] LONG_PREFIXES = {
    "org.apache.",
    "com.ibm.",
    "com.google.",
    "com.amazon.",
    "com.oracle.",
    "com.github.",
    "org.eclipse.",
    "net.sourceforge."
  };

  /** Null for the boot loader. */
  private final @Nullable WeakReference<ClassLoader> loader;

  private final @Nullable String source;
  private final String packagePrefix;

  private DriverIdentity(
      @Nullable ClassLoader loader, @Nullable String source, String packagePrefix) {
    this.loader = loader == null ? null : new WeakReference<>(loader);
    this.source = source;
    this.packagePrefix = packagePrefix;
  }

  static DriverIdentity of(Class<?> type) {
    return new DriverIdentity(type.getClassLoader(), source(type), packagePrefix(type.getName()));
  }

  /** The first two segments of the package, three where two say only who made it. */
  static String packagePrefix(String className) {
    int segments = 2;
    for (String prefix : LONG_PREFIXES) {
      if (className.startsWith(prefix)) {
        segments = 3;
      }
    }
    int end = -1;
    for (int i = 0; i < segments; i++) {
      int dot = className.indexOf('.', end + 1);
      if (dot < 0) {
        break;
      }
      end = dot;
    }
    return className.substring(0, Math.max(end, 0));
  }

  private static @Nullable String source(Class<?> type) {
    try {
      CodeSource source = type.getProtectionDomain().getCodeSource();
      return source == null || source.getLocation() == null
          ? null
          : source.getLocation().toExternalForm();
    } catch (SecurityException notAllowed) {
      return null;
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (this == other) {
      return true;
    }
    if (!(other instanceof DriverIdentity)) {
      return false;
    }
    DriverIdentity that = (DriverIdentity) other;
    return isOfLoaderOf(that)
        && packagePrefix.equals(that.packagePrefix)
        && Objects.equals(source, that.source);
  }

  /** False for two whose loader is gone: of its classes nothing is called any more. */
  private boolean isOfLoaderOf(DriverIdentity that) {
    if (loader == null || that.loader == null) {
      return loader == that.loader;
    }
    ClassLoader known = loader.get();
    return known != null && known == that.loader.get();
  }

  @Override
  public int hashCode() {
    return packagePrefix.hashCode();
  }
}
