package io.gnomon.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a program to its end. */
public final class Command {

  /**
   * What a program did.
   *
   * @param exit its exit code
   * @param out what it said
   * @param err what it said on stderr
   */
  public record Result(int exit, String out, String err) {}

  private Command() {}

  /**
   * Gives a process an environment in which nothing stands that the agent would read, but for what
   * a test sets: who runs the tests may have set {@code GNOMON_IT_JDKS} or OpenTelemetry's.
   */
  static void set(Map<String, String> environment, Map<String, String> given) {
    environment.keySet().removeIf(Command::concernsTheAgent);
    environment.putAll(given);
  }

  private static boolean concernsTheAgent(String variable) {
    return variable.startsWith("GNOMON_")
        || variable.startsWith("OTEL_")
        || variable.equals("JAVA_TOOL_OPTIONS");
  }

  /**
   * Runs it.
   *
   * @param command the program and its arguments
   * @param environment added to the tests' own
   * @param patienceSeconds after that it is killed
   * @return what it did
   * @throws AssertionError if it did not end in time
   */
  public static Result run(
      List<String> command, Map<String, String> environment, long patienceSeconds) {
    try {
      Path out = Files.createTempFile("out", ".txt");
      Path err = Files.createTempFile("err", ".txt");
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
      set(builder.environment(), environment);
      Process process = builder.start();
      if (!process.waitFor(patienceSeconds, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("does not end: " + command + "\n" + Files.readString(err));
      }
      Result result = new Result(process.exitValue(), Files.readString(out), Files.readString(err));
      Files.delete(out);
      Files.delete(err);
      return result;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }
}
