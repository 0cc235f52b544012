package io.gnomon.agent.start;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.security.ProtectionDomain;

/**
 * Defines the types of {@code bootstrap} straight into the boot loader. Neither {@code
 * appendToBootstrapClassLoaderSearch} nor {@code Boot-Class-Path} is used: both cost the
 * application its class-data archive on one JDK or another.
 */
final class BootClasses {

  /** All of them, each after its superclass. Renamed with their package when the jar is built. */
  static final String[] NAMES = {
    "io.gnomon.bootstrap.Slot",
    "io.gnomon.bootstrap.ProbeHandler",
    "io.gnomon.bootstrap.JdbcHandler",
    "io.gnomon.bootstrap.PoolHandler",
    "io.gnomon.bootstrap.ServletHandler",
    "io.gnomon.bootstrap.ClientHandler",
    "io.gnomon.bootstrap.TaskHandler",
    "io.gnomon.bootstrap.LogHandler",
    "io.gnomon.bootstrap.Probes",
    "io.gnomon.bootstrap.JdbcProbe",
    "io.gnomon.bootstrap.PoolProbe",
    "io.gnomon.bootstrap.ServletProbe",
    "io.gnomon.bootstrap.CommitProbe",
    "io.gnomon.bootstrap.ClientProbe",
    "io.gnomon.bootstrap.TaskProbe",
    "io.gnomon.bootstrap.DispatchProbe",
    "io.gnomon.bootstrap.LogProbe",
  };

  /**
   * Where they lie, seen from the agent's class loader; not where it would find them as classes.
   */
  private static final String FOLDER = "boot/";

  private static final int LARGEST_BYTES = 64 * 1024;

  private BootClasses() {}

  /**
   * Whether another copy of the agent has defined them already.
   *
   * @return true if so
   */
  static boolean areDefined() {
    try {
      Class.forName(NAMES[0], false, null);
      return true;
    } catch (ClassNotFoundException absent) {
      return false;
    }
  }

  /**
   * Defines them, once the JDK's internals are open.
   *
   * @throws ReflectiveOperationException if this JVM has no way in
   * @throws IOException if the jar is broken
   */
  static void define() throws ReflectiveOperationException, IOException {
    Object unsafe = JdkInternals.unsafe();
    Method defineClass =
        unsafe
            .getClass()
            .getMethod(
                "defineClass",
                String.class,
                byte[].class,
                int.class,
                int.class,
                ClassLoader.class,
                ProtectionDomain.class);
    for (String name : NAMES) {
      byte[] bytes = read(FOLDER + name.substring(name.lastIndexOf('.') + 1));
      defineClass.invoke(unsafe, name.replace('.', '/'), bytes, 0, bytes.length, null, null);
    }
  }

  private static byte[] read(String resource) throws IOException {
    try (InputStream in = BootClasses.class.getClassLoader().getResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException("the agent's jar lacks " + resource);
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      byte[] buffer = new byte[LARGEST_BYTES];
      for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
        bytes.write(buffer, 0, n);
      }
      return bytes.toByteArray();
    }
  }
}
