package io.gnomon.benchmarks.overhead;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The service in a process of its own, seen from outside. Used by one thread. */
final class ServiceProcess implements AutoCloseable {

  /** The same for all contenders; touched at the start, so that RSS grows by what is not heap. */
  static final List<String> JVM_OPTIONS = List.of("-Xms256m", "-Xmx256m", "-XX:+AlwaysPreTouch");

  private static final long START_TIMEOUT_NANOS = TimeUnit.SECONDS.toNanos(60);
  private static final long POLL_MILLIS = 5;
  private static final long STOP_SECONDS = 20;

  private final Process process;
  private final int port;
  private final long startNanos;

  ServiceProcess(Path root, Contender contender, int sinkPort, Path log) throws IOException {
    port = freePort();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JVM_OPTIONS);
    command.addAll(contender.jvmOptions(sinkPort));
    Path target = root.resolve("benchmarks/target");
    command.add("-cp");
    command.add(target.resolve("classes") + ":" + target.resolve("service") + "/*");
    command.add("io.gnomon.benchmarks.service.Service");
    command.add(Integer.toString(port));
    Files.createDirectories(log.getParent());
    startNanos = System.nanoTime();
    process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  int port() {
    return port;
  }

  /** Since the process was started. */
  long ageNanos() {
    return System.nanoTime() - startNanos;
  }

  /**
   * Asks until there is an answer.
   *
   * @param path what to ask for
   * @throws IOException if the process ends or does not answer in a minute
   */
  void awaitFirstResponse(String path) throws IOException, InterruptedException {
    byte[] request = Connection.request(path);
    while (true) {
      try (Connection connection = new Connection(port)) {
        connection.exchange(request);
        return;
      } catch (IOException notYet) {
        if (!process.isAlive() || ageNanos() > START_TIMEOUT_NANOS) {
          throw new IOException("the service does not answer", notYet);
        }
        Thread.sleep(POLL_MILLIS);
      }
    }
  }

  /** CPU time of the process so far, user and system, as {@code /proc/PID/stat} has it. */
  long cpuNanos() {
    return process.toHandle().info().totalCpuDuration().orElseThrow().toNanos();
  }

  /** {@code VmRSS} of {@code /proc/PID/status}. */
  long rssBytes() throws IOException {
    for (String line :
        Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
      if (line.startsWith("VmRSS:")) {
        return 1024 * Long.parseLong(line.substring(6, line.length() - 2).trim());
      }
    }
    throw new IOException("no VmRSS");
  }

  /** What the service tells about itself at {@code /self}. */
  Map<String, Long> self(String query) throws IOException {
    try (Connection connection = new Connection(port)) {
      byte[] body = connection.exchange(Connection.request("/self" + query));
      Map<String, Long> values = new HashMap<>();
      new String(body, StandardCharsets.US_ASCII)
          .lines()
          .forEach(
              line -> {
                int equals = line.indexOf('=');
                values.put(line.substring(0, equals), Long.valueOf(line.substring(equals + 1)));
              });
      return values;
    }
  }

  /** Ends the process as an orchestrator does, so that agents export what they still hold. */
  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IOException("the service did not stop in " + STOP_SECONDS + " s");
      }
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
