package io.gnomon.core.log;

import io.gnomon.core.clock.Clock;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The log: any thread hands lines to a bounded queue, a thread of ours writes them.
 *
 * <p>{@link #info}, {@link #warn} and {@link #debug} may be called by any thread; they are
 * lock-free, do no I/O, and drop the line when {@value #CAPACITY} are waiting. {@link #flush} is
 * called by the worker thread, and once more at shutdown by another; it may block in the write, and
 * a second caller leaves the work to the first and returns at once. Lines that come before the
 * first flush wait. stderr is written to by its file descriptor: what the application sets by
 * {@code System.setErr} is its own and is not called by us.
 */
public final class QueuedLog implements AgentLog {

  /** How many lines may wait. */
  public static final int CAPACITY = 1_024;

  private final LogLevel threshold;
  private final Clock clock;
  private final LogTarget target;
  private final ConcurrentLinkedQueue<LogLine> queue = new ConcurrentLinkedQueue<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicLong dropped = new AtomicLong();
  private final AtomicInteger flushes = new AtomicInteger();

  /** Guarded by {@link #flushes}: only who writes touches it. */
  private long droppedAndTold;

  /**
   * A log to a file or the process's stderr.
   *
   * @param settings what and where
   * @param clock for the time of a line
   */
  public QueuedLog(LogSettings settings, Clock clock) {
    this(settings, clock, new FileOutputStream(FileDescriptor.err));
  }

  /**
   * A log with another stderr, for tests.
   *
   * @param settings what and where
   * @param clock for the time of a line
   * @param stderr never closed
   */
  QueuedLog(LogSettings settings, Clock clock, OutputStream stderr) {
    this.threshold = settings.level();
    this.clock = clock;
    this.target = new LogTarget(settings.file(), stderr);
  }

  @Override
  public void info(String line) {
    offer(LogLevel.INFO, line);
  }

  @Override
  public void warn(String line) {
    offer(LogLevel.WARN, line);
  }

  @Override
  public void debug(String line) {
    offer(LogLevel.DEBUG, line);
  }

  private void offer(LogLevel level, String line) {
    if (!threshold.shows(level)) {
      return;
    }
    if (waiting.incrementAndGet() > CAPACITY) {
      waiting.decrementAndGet();
      dropped.incrementAndGet();
      return;
    }
    queue.add(new LogLine(clock.epochNanos(), level, String.valueOf(line)));
  }

  /**
   * Writes what waits, on the calling thread, at most {@value #CAPACITY} lines at a time, and how
   * many lines were dropped since it was last told. A line that can't be written counts as dropped.
   */
  public void flush() {
    if (flushes.getAndIncrement() > 0) {
      return;
    }
    int seen = 1;
    try {
      while (seen > 0) {
        drain();
        seen = flushes.addAndGet(-seen);
      }
    } finally {
      if (seen > 0) {
        flushes.set(0);
      }
    }
  }

  private void drain() {
    for (int i = 0; i < CAPACITY; i++) {
      LogLine line = queue.poll();
      if (line == null) {
        break;
      }
      waiting.decrementAndGet();
      write(line);
    }
    tellDropped();
  }

  private void write(LogLine line) {
    String problem = target.open();
    if (problem != null) {
      target.write(ours(problem).bytes());
    }
    if (!target.write(line.bytes())) {
      dropped.incrementAndGet();
    }
  }

  private void tellDropped() {
    long total = dropped.get();
    if (total == droppedAndTold) {
      return;
    }
    if (target.write(ours((total - droppedAndTold) + " lines of this log were dropped").bytes())) {
      droppedAndTold = total;
    }
  }

  private LogLine ours(String message) {
    return new LogLine(clock.epochNanos(), LogLevel.WARN, message);
  }

  /**
   * Lines that were never written: the queue was full, or writing failed.
   *
   * @return since the start
   */
  public long droppedLines() {
    return dropped.get();
  }
}
