package io.gnomon.agent;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.security.CodeSource;
import java.util.Collections;
import java.util.Enumeration;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/**
 * Loads the agent's own classes, which lie in the jar under a folder and an extension that no other
 * loader looks for. Its parent is the platform loader (boot on Java 8), and its own jar comes
 * before the parent, so it never meets the application's libraries, nor those that another agent
 * has put on the boot path. Safe for any thread.
 */
public final class AgentClassLoader extends ClassLoader {

  /** Where the agent's classes lie in the jar. */
  static final String FOLDER = "gnomon/";

  /** Where the library lies that only {@code otel.exporter.otlp.protocol=grpc} needs. */
  static final String GRPC_FOLDER = "gnomon-grpc/";

  private static final String CLASS = ".class";
  private static final String CLASS_DATA = ".classdata";

  static {
    registerAsParallelCapable();
  }

  private final JarFile jar;
  private final String jarUrl;
  private final String folder;

  private AgentClassLoader(
      JarFile jar, String jarUrl, String folder, @Nullable ClassLoader parent) {
    super(parent);
    this.jar = jar;
    this.jarUrl = jarUrl;
    this.folder = folder;
  }

  /**
   * The loader for the jar that this class came from.
   *
   * @return a new loader
   * @throws IOException if the jar can't be opened
   * @throws URISyntaxException if its place can't be told
   */
  static AgentClassLoader ofThisJar() throws IOException, URISyntaxException {
    CodeSource source = AgentClassLoader.class.getProtectionDomain().getCodeSource();
    if (source == null) {
      throw new IOException("the agent's jar is not known to its loader");
    }
    File file = new File(source.getLocation().toURI());
    return new AgentClassLoader(
        new JarFile(file, false), file.toURI().toString(), FOLDER, platformLoader());
  }

  /**
   * A loader below this one for the library that gRPC needs. Found by reflection: the agent's own
   * classes do not see the class of their loader.
   *
   * @return a new loader
   */
  public AgentClassLoader forGrpc() {
    return new AgentClassLoader(jar, jarUrl, GRPC_FOLDER, this);
  }

  /** Boot on Java 8. Not the system loader's parent: the application may have replaced that one. */
  private static @Nullable ClassLoader platformLoader() throws IOException {
    if (System.getProperty("java.specification.version", "").startsWith("1.")) {
      return null;
    }
    try {
      return (ClassLoader) ClassLoader.class.getMethod("getPlatformClassLoader").invoke(null);
    } catch (ReflectiveOperationException e) {
      throw new IOException("this JVM has no platform class loader", e);
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (name.startsWith("java.")) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> type = findLoadedClass(name);
      if (type == null) {
        byte[] bytes = read(entry(name.replace('.', '/') + CLASS));
        type =
            bytes == null
                ? super.loadClass(name, false)
                : defineClass(name, bytes, 0, bytes.length);
      }
      if (resolve) {
        resolveClass(type);
      }
      return type;
    }
  }

  @Override
  public @Nullable InputStream getResourceAsStream(String name) {
    JarEntry entry = entry(name);
    try {
      return entry == null ? super.getResourceAsStream(name) : jar.getInputStream(entry);
    } catch (IOException e) {
      return null;
    }
  }

  @Override
  protected @Nullable URL findResource(String name) {
    JarEntry entry = entry(name);
    try {
      return entry == null ? null : new URL("jar:" + jarUrl + "!/" + entry.getName());
    } catch (MalformedURLException e) {
      return null;
    }
  }

  @Override
  protected Enumeration<URL> findResources(String name) {
    URL found = findResource(name);
    return found == null
        ? Collections.<URL>emptyEnumeration()
        : Collections.enumeration(Collections.singleton(found));
  }

  private @Nullable JarEntry entry(String resource) {
    return jar.getJarEntry(
        resource.endsWith(CLASS)
            ? folder + resource.substring(0, resource.length() - CLASS.length()) + CLASS_DATA
            : folder + resource);
  }

  private byte @Nullable [] read(@Nullable JarEntry entry) {
    if (entry == null) {
      return null;
    }
    try (InputStream in = jar.getInputStream(entry)) {
      byte[] bytes = new byte[(int) entry.getSize()];
      int length = 0;
      for (int n; length < bytes.length; length += n) {
        n = in.read(bytes, length, bytes.length - length);
        if (n < 0) {
          throw new IOException("the jar is cut short at " + entry.getName());
        }
      }
      return bytes;
    } catch (IOException e) {
      throw new LinkageError("can't read the agent's jar", e);
    }
  }
}
