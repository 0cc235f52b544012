package io.gnomon.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A service in a JVM of its own. {@link #stop()} and {@link #close()} fail the test if the agent
 * logged a line that nobody expected, so a test ends with one of them.
 */
public final class Service implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Process process;
  private final Pattern portLine;
  private final List<String> expected;
  private final Output out;
  private final Output err;
  private final CountDownLatch listening = new CountDownLatch(1);
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private volatile int port;
  private boolean checked;

  Service(Process process, Pattern portLine, List<String> expected) {
    this.process = process;
    this.portLine = portLine;
    this.expected = expected;
    this.out = new Output(process.getInputStream(), this::read);
    this.err = new Output(process.getErrorStream(), this::read);
  }

  private void read(String line) {
    Matcher tells = portLine.matcher(line);
    if (tells.matches()) {
      port = Integer.parseInt(tells.group(1));
      listening.countDown();
    }
  }

  Service awaitListening() {
    try {
      long deadlineNanos = System.nanoTime() + PATIENCE.toNanos();
      while (!listening.await(100, TimeUnit.MILLISECONDS)) {
        if (!process.isAlive() || System.nanoTime() - deadlineNanos > 0) {
          process.destroyForcibly();
          throw new AssertionError("the service does not start:\n" + out.text() + err.text());
        }
      }
      return this;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  /**
   * The address of a page.
   *
   * @param path as {@code /hello}
   * @return its URI
   */
  public URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  /**
   * Where it listens.
   *
   * @return the port
   */
  public int port() {
    return port;
  }

  /**
   * Its process id.
   *
   * @return the id
   */
  public long pid() {
    return process.pid();
  }

  /**
   * Gets a page, from any thread.
   *
   * @param path as {@code /hello}
   * @param headers names and values
   * @return what it answered
   */
  public HttpResponse<String> get(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return send(request);
  }

  /**
   * Asks for a page, from any thread.
   *
   * @param method as {@code GET}
   * @param path as {@code /hello}
   * @return what it answered
   */
  public HttpResponse<String> send(String method, String path) {
    return send(
        HttpRequest.newBuilder(uri(path)).method(method, HttpRequest.BodyPublishers.noBody()));
  }

  private HttpResponse<String> send(HttpRequest.Builder builder) {
    HttpRequest request = builder.timeout(PATIENCE).build();
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(request.method() + " " + request.uri(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  /**
   * What it said on stdout so far.
   *
   * @return all of it
   */
  public String out() {
    return out.text();
  }

  /**
   * What it said on stderr so far.
   *
   * @return all of it
   */
  public String err() {
    return err.text();
  }

  /**
   * The agent's lines so far.
   *
   * @return oldest first
   */
  public List<String> agentLog() {
    return AgentLog.lines(err.text());
  }

  /**
   * Stops it as an operator does, waits for its end, and checks the agent's log.
   *
   * @return its exit code
   */
  public int stop() {
    // Process.destroy() would close the streams before the last lines are read.
    process.toHandle().destroy();
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("the service does not stop:\n" + err.text());
      }
      out.awaitEnd();
      err.awaitEnd();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
    if (!checked) {
      checked = true;
      AgentLog.check(err.text(), expected);
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    stop();
  }
}
