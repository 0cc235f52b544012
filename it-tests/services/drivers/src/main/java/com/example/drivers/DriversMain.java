package com.example.drivers;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * {@code /classes} loads what is JDBC's in each jar of the class path and answers one line per
 * class, its first field the jar; {@code /broken} tells what becomes of a class that is wrong.
 */
public final class DriversMain {

  private static final byte IRETURN = (byte) 0xAC;
  private static final byte ARETURN = (byte) 0xB0;

  private DriversMain() {}

  /**
   * Starts it on a free port.
   *
   * @param arguments none
   * @throws IOException if it does not start
   */
  public static void main(String[] arguments) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] body = answer(exchange.getRequestURI().getPath()).getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    System.out.println("PORT " + server.getAddress().getPort());
  }

  private static String answer(String path) {
    try {
      return path.equals("/broken") ? broken() : classes();
    } catch (IOException | RuntimeException | Error e) {
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace));
      return trace.toString();
    }
  }

  private static String classes() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (String path : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      File file = new File(path);
      if (file.isFile()) {
        Map<String, JdbcType> classes = DriverJar.read(file).classes();
        Observer.want(classes.keySet());
        for (Map.Entry<String, JdbcType> found : classes.entrySet()) {
          lines.append(file.getName()).append('\t');
          lines.append(LoadedClass.line(found.getKey(), found.getValue())).append('\n');
        }
      }
    }
    return lines.toString();
  }

  /** A method that returns a number, changed to return it as an object. */
  private static String broken() throws IOException {
    byte[] bytes = bytesOf(Broken.class);
    for (int i = 0; i < bytes.length - 2; i++) {
      if (bytes[i] == 16 && bytes[i + 1] == Broken.MARK && bytes[i + 2] == IRETURN) {
        bytes[i + 2] = ARETURN;
      }
    }
    return LoadedClass.link(
        new ClassLoader(DriversMain.class.getClassLoader()) {
          Class<?> define() {
            return defineClass(null, bytes, 0, bytes.length);
          }
        }.define());
  }

  private static byte[] bytesOf(Class<?> type) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try (InputStream in = type.getResourceAsStream(type.getSimpleName() + ".class")) {
      for (int read = in.read(); read >= 0; read = in.read()) {
        all.write(read);
      }
    }
    return all.toByteArray();
  }
}
