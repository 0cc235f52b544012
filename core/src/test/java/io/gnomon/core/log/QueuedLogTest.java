package io.gnomon.core.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.core.clock.Clock;
import io.gnomon.core.settings.LayeredSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueuedLogTest {

  private static final String PREFIX = "2026-11-23T04:05:06.007Z [gnomon] ";

  @TempDir private Path directory;

  private final ByteArrayOutputStream stderr = new ByteArrayOutputStream();

  private QueuedLog log(String level, String file) {
    return log(level, file, stderr, "2026-11-23T04:05:06.007Z");
  }

  private static QueuedLog log(String level, String file, OutputStream stderr, String now) {
    Properties system = new Properties();
    system.setProperty("gnomon.log.level", level);
    system.setProperty("gnomon.log.file", file);
    LogSettings settings = LogSettings.read(new LayeredSettings(system, Map.of(), null));
    return new QueuedLog(settings, new FixedClock(now), stderr);
  }

  private List<String> lines() {
    return stderr.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void linesWaitForTheFlush() {
    QueuedLog log = log("info", "");

    log.info("first");
    log.warn("second");
    assertThat(stderr.size()).isZero();

    log.flush();
    log.flush();
    assertThat(lines()).containsExactly(PREFIX + "INFO first", PREFIX + "WARN second");
  }

  @ParameterizedTest
  @CsvSource({
    "debug, DEBUG INFO WARN",
    "info, INFO WARN",
    "warn, WARN",
    "OFF, ''",
    "loud, INFO WARN"
  })
  void theLevelDecidesWhatIsShown(String level, String shown) {
    QueuedLog log = log(level, "");

    log.debug("");
    log.info("");
    log.warn("");
    log.flush();

    assertThat(lines())
        .extracting(l -> l.substring(PREFIX.length()).trim())
        .isEqualTo(shown.isEmpty() ? List.of() : List.of(shown.split(" ")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1970-01-01T00:00:00.000Z",
        "1969-12-31T23:59:59.999Z",
        "2000-02-29T12:34:56.789Z",
        "2024-02-29T23:59:59.999Z",
        "2024-03-01T00:00:00.000Z",
        "2026-12-31T23:59:59.001Z",
        "2100-02-28T01:02:03.040Z",
        "2100-03-01T01:02:03.040Z",
        "2261-01-01T00:00:00.000Z"
      })
  void timesAreThoseOfTheCalendar(String time) {
    QueuedLog log = log("info", "", stderr, time);

    log.info("x");
    log.flush();

    assertThat(lines()).containsExactly(time + " [gnomon] INFO x");
  }

  @Test
  void aMessageStaysOnItsLineAndIsCut() {
    QueuedLog log = log("info", "");

    log.info("a\nb\r\tc\u001b[0m\u0085\u2028\u00e9");
    log.info("x".repeat(LogLine.MAX_MESSAGE_CHARS + 1));
    log.flush();

    assertThat(lines().get(0))
        .isEqualTo(PREFIX + "INFO a\\nb\\r\\tc\\u001b[0m\\u0085\\u2028\u00e9");
    assertThat(lines().get(1)).endsWith("xxx...").hasSize(PREFIX.length() + 5 + 4_096 + 3);
  }

  @Test
  void aFullQueueDropsCountsAndTells() {
    QueuedLog log = log("info", "");

    for (int i = 0; i < QueuedLog.CAPACITY + 3; i++) {
      log.info("line " + i);
    }
    log.flush();
    log.info("after");
    log.flush();

    assertThat(log.droppedLines()).isEqualTo(3);
    assertThat(lines()).hasSize(QueuedLog.CAPACITY + 2);
    assertThat(lines().subList(QueuedLog.CAPACITY - 1, QueuedLog.CAPACITY + 2))
        .containsExactly(
            PREFIX + "INFO line 1023",
            PREFIX + "WARN 3 lines of this log were dropped",
            PREFIX + "INFO after");
  }

  @Test
  void aFileIsAppendedToAndStderrStaysQuiet() throws IOException {
    Path file = Files.writeString(directory.resolve("gnomon.log"), "before\n");
    QueuedLog log = log("info", file.toString());

    log.info("K\u00f6ln");
    log.flush();
    log.info("again");
    log.flush();

    assertThat(Files.readAllLines(file))
        .containsExactly("before", PREFIX + "INFO K\u00f6ln", PREFIX + "INFO again");
    assertThat(stderr.size()).isZero();
  }

  @Test
  void aFileThatCannotBeOpenedIsToldOnceAndStderrServes() {
    QueuedLog log = log("info", directory.toString());

    log.info("first");
    log.flush();
    log.info("second");
    log.flush();

    assertThat(lines().get(0))
        .startsWith(PREFIX + "WARN gnomon.log.file=" + directory + ": cannot be opened (")
        .endsWith("); using stderr");
    assertThat(lines().subList(1, lines().size()))
        .containsExactly(PREFIX + "INFO first", PREFIX + "INFO second");
  }

  @Test
  void linesThatCannotBeWrittenAreCountedAndToldWhenItWorksAgain() {
    FailingStream stream = new FailingStream(stderr);
    QueuedLog log = log("info", "", stream, "2026-11-23T04:05:06.007Z");

    stream.failing = true;
    log.info("lost");
    log.flush();
    stream.failing = false;
    log.info("written");
    log.flush();

    assertThat(log.droppedLines()).isEqualTo(1);
    assertThat(lines())
        .containsExactly(PREFIX + "INFO written", PREFIX + "WARN 1 lines of this log were dropped");
  }

  @Test
  void everyLineOfManyThreadsIsWrittenOrCounted() throws Exception {
    int threads = 4;
    int linesPerThread = 5_000;
    QueuedLog log = log("info", "");
    CountDownLatch start = new CountDownLatch(1);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<? extends Future<?>> work =
          IntStream.range(0, threads)
              .mapToObj(
                  thread ->
                      pool.submit(
                          () -> {
                            start.await();
                            for (int i = 0; i < linesPerThread; i++) {
                              log.info("x");
                              if (i % 100 == 0) {
                                log.flush();
                              }
                            }
                            return null;
                          }))
              .toList();
      start.countDown();
      for (Future<?> future : work) {
        future.get();
      }
    } finally {
      pool.shutdown();
    }
    log.flush();

    long written = lines().stream().filter(line -> line.endsWith("INFO x")).count();
    assertThat(written + log.droppedLines()).isEqualTo((long) threads * linesPerThread);
    assertThat(written).isGreaterThanOrEqualTo(QueuedLog.CAPACITY);
  }

  @Test
  void aWriteThatHangsHoldsNeitherCallersNorASecondFlush() throws Exception {
    HangingStream stream = new HangingStream(stderr);
    QueuedLog log = log("info", "", stream, "2026-11-23T04:05:06.007Z");
    Thread worker = new Thread(log::flush);
    log.info("first");
    worker.start();
    stream.entered.await();

    log.info("second");
    log.flush();
    assertThat(stderr.size()).isZero();

    stream.released.countDown();
    worker.join();
    assertThat(lines()).containsExactly(PREFIX + "INFO first", PREFIX + "INFO second");
  }

  private static final class HangingStream extends OutputStream {
    private final OutputStream target;
    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    HangingStream(OutputStream target) {
      this.target = target;
    }

    @Override
    public void write(int b) throws IOException {
      entered.countDown();
      try {
        released.await();
      } catch (InterruptedException interrupted) {
        throw new IOException(interrupted);
      }
      target.write(b);
    }
  }

  private record FixedClock(String now) implements Clock {
    @Override
    public long nanoTime() {
      return 0;
    }

    @Override
    public long epochNanos() {
      return Instant.parse(now).toEpochMilli() * 1_000_000L;
    }
  }

  private static final class FailingStream extends OutputStream {
    private final OutputStream target;
    private boolean failing;

    FailingStream(OutputStream target) {
      this.target = target;
    }

    @Override
    public void write(int b) throws IOException {
      if (failing) {
        throw new IOException("disk full");
      }
      target.write(b);
    }
  }
}
