package io.gnomon.benchmarks.overhead.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The service in a process of its own. Used by one thread. */
public final class ServiceProcess implements AutoCloseable {

  /**
   * The same for all contenders. The heap is touched at the start, so that RSS grows by what is not
   * heap; compiler threads neither come nor go, so that their CPU can be told.
   */
  public static final List<String> JVM_OPTIONS =
      List.of(
          "-Xms256m", "-Xmx256m", "-XX:+AlwaysPreTouch", "-XX:-UseDynamicNumberOfCompilerThreads");

  private static final long START_TIMEOUT_NANOS = TimeUnit.SECONDS.toNanos(60);
  private static final long POLL_MILLIS = 5;
  private static final long STOP_SECONDS = 30;

  private final Process process;
  private final int port;
  private final long startNanos;

  /**
   * Starts it on a free port.
   *
   * @param target where the build left the service
   * @param options of its JVM, besides {@link #JVM_OPTIONS}
   * @param database its URL and, if it asks for one, its user
   * @param log what it prints goes there
   * @throws IOException if it can't be started
   */
  public ServiceProcess(Path target, List<String> options, List<String> database, Path log)
      throws IOException {
    port = freePort();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JVM_OPTIONS);
    command.addAll(options);
    command.add("-cp");
    command.add(target.resolve("classes") + ":" + target.resolve("service") + "/*");
    command.add("io.gnomon.benchmarks.service.Service");
    command.add(Integer.toString(port));
    command.addAll(database);
    Files.createDirectories(log.toAbsolutePath().getParent());
    startNanos = System.nanoTime();
    process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /**
   * A load on it.
   *
   * @return a new one
   */
  public Load load() {
    return new Load(port);
  }

  /**
   * How long ago it was started.
   *
   * @return nanoseconds
   */
  public long ageNanos() {
    return System.nanoTime() - startNanos;
  }

  /**
   * Asks until there is an answer.
   *
   * @param ask what to ask for
   * @throws IOException if the process ends or does not answer in a minute
   * @throws InterruptedException if this thread is interrupted
   */
  public void awaitFirstResponse(Ask ask) throws IOException, InterruptedException {
    while (true) {
      try (Connection connection = new Connection(port)) {
        connection.exchange(ask);
        return;
      } catch (IOException notYet) {
        if (!process.isAlive() || ageNanos() > START_TIMEOUT_NANOS) {
          throw new IOException("the service does not answer", notYet);
        }
        Thread.sleep(POLL_MILLIS);
      }
    }
  }

  /**
   * CPU of the process so far, user and system, of threads that have ended too.
   *
   * @return nanoseconds, in steps of 10 ms
   */
  public long cpuNanos() {
    return process.toHandle().info().totalCpuDuration().orElseThrow().toNanos();
  }

  /**
   * CPU of the threads that are alive.
   *
   * @return so far
   * @throws IOException if the process has ended
   */
  public ThreadCpu threadCpu() throws IOException {
    return ThreadCpu.of(process.pid());
  }

  /**
   * {@code VmRSS} of {@code /proc/PID/status}.
   *
   * @return bytes
   * @throws IOException if the process has ended
   */
  public long rssBytes() throws IOException {
    for (String line :
        Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
      if (line.startsWith("VmRSS:")) {
        return 1024 * Long.parseLong(line.substring(6, line.length() - 2).trim());
      }
    }
    throw new IOException("no VmRSS");
  }

  /**
   * What the service tells about itself.
   *
   * @return after no collection, without memory
   * @throws IOException if it does not answer
   */
  public Self self() throws IOException {
    return self("/self");
  }

  /**
   * The same after garbage was collected, with memory.
   *
   * @return what it tells
   * @throws IOException if it does not answer
   */
  public Self selfAfterGc() throws IOException {
    return self("/self?gc");
  }

  private Self self(String path) throws IOException {
    try (Connection connection = new Connection(port)) {
      return Self.parse(new String(connection.exchange(Ask.of(path)), StandardCharsets.US_ASCII));
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
