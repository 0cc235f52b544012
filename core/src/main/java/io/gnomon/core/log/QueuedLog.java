package io.gnomon.core.log;

import io.gnomon.core.clock.Clock;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * The log: any thread hands lines to a bounded queue, a thread of ours writes them.
 *
 * <p>{@link #info}, {@link #warn} and {@link #debug} may be called by any thread; they are
 * lock-free, do no I/O, and drop the line when {@value #CAPACITY} are waiting. {@link #flush} is
 * called by the worker thread, and once more at shutdown by another; it may block in the write, and
 * a second caller leaves the work to the first and returns at once. Lines that come before the
 * first flush wait. stderr is written to by its file descriptor: what the application sets by
 * {@code System.setErr} is its own and is not called by us. The queue is a linked stack and no
 * {@code ConcurrentLinkedQueue}, whose VarHandles cost milliseconds at start. Memory is bounded by
 * twice {@value #CAPACITY} lines: those that wait and those that are being written.
 */
public final class QueuedLog implements AgentLog {

  /** How many lines may wait. */
  public static final int CAPACITY = 1_024;

  private static final AtomicReferenceFieldUpdater<QueuedLog, LogLine> NEWEST =
      AtomicReferenceFieldUpdater.newUpdater(QueuedLog.class, LogLine.class, "newest");

  private final LogSettings settings;
  private final LogLevel threshold;
  private final Clock clock;
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicLong dropped = new AtomicLong();
  private final AtomicInteger flushes = new AtomicInteger();

  /** A stack, newest line on top; who flushes takes it whole. */
  private volatile @Nullable LogLine newest;

  /** Guarded by {@link #flushes}: only who writes touches it. */
  private @Nullable LogTarget target;

  /** Guarded by {@link #flushes}: only who writes touches it. */
  private long droppedAndTold;

  /**
   * A log to a file or the process's stderr.
   *
   * @param settings what and where
   * @param clock for the time of a line
   */
  public QueuedLog(LogSettings settings, Clock clock) {
    this.settings = settings;
    this.threshold = settings.level();
    this.clock = clock;
  }

  /**
   * A log with another stderr, for tests.
   *
   * @param settings what and where
   * @param clock for the time of a line
   * @param stderr never closed
   */
  QueuedLog(LogSettings settings, Clock clock, OutputStream stderr) {
    this(settings, clock);
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
    LogLine added = new LogLine(clock.epochNanos(), level, String.valueOf(line));
    if (waiting.incrementAndGet() > CAPACITY) {
      waiting.decrementAndGet();
      dropped.incrementAndGet();
      return;
    }
    do {
      added.next = newest;
    } while (!NEWEST.compareAndSet(this, added.next, added));
  }

  /**
   * Writes what waits, on the calling thread, and how many lines were dropped since it was last
   * told. Never throws; a line that can't be written counts as dropped.
   */
  public void flush() {
    if (flushes.getAndIncrement() > 0) {
      return;
    }
    int seen = 1;
    while (seen > 0) {
      drain();
      seen = flushes.addAndGet(-seen);
    }
  }

  private void drain() {
    LogLine line = takeOldestFirst();
    while (line != null) {
      if (!write(line)) {
        dropped.incrementAndGet();
      }
      line = line.next;
    }
    tellDropped();
  }

  private @Nullable LogLine takeOldestFirst() {
    LogLine line = NEWEST.getAndSet(this, null);
    LogLine reversed = null;
    while (line != null) {
      waiting.decrementAndGet();
      LogLine older = line.next;
      line.next = reversed;
      reversed = line;
      line = older;
    }
    return reversed;
  }

  private boolean write(LogLine line) {
    try {
      LogTarget open = openTarget();
      return open.write(line.bytes());
    } catch (Throwable failure) {
      return false;
    }
  }

  private LogTarget openTarget() {
    LogTarget used = target;
    if (used == null) {
      used = new LogTarget(settings.file(), new FileOutputStream(FileDescriptor.err));
      target = used;
    }
    String problem = used.open();
    if (problem != null) {
      used.write(ours(problem).bytes());
    }
    return used;
  }

  private void tellDropped() {
    long total = dropped.get();
    long untold = total - droppedAndTold;
    if (untold > 0 && write(ours(untold + " lines of this log were dropped"))) {
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
