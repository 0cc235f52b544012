package io.gnomon.it.logs;

import io.gnomon.it.harness.Service;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;

/**
 * A line as the service wrote it.
 *
 * @param trace the id of a trace, empty if there is none
 * @param span the id of a span, empty if there is none
 * @param flags the flags, empty if there are none
 * @param other an entry of the service's own, empty if there is none
 * @param all the whole MDC, as the library writes it
 */
record LoggedLine(String trace, String span, String flags, String other, String all) {

  /** How the service writes each line: on the thread that logs, and on another. */
  static final List<String> WAYS = List.of("sync", "async");

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** The line with this message, as soon as it is written. */
  static LoggedLine of(Service service, String way, String message) {
    String start = way + "|" + message + "|";
    Awaitility.await(start)
        .pollDelay(Duration.ZERO)
        .atMost(PATIENCE)
        .until(() -> service.out().lines().anyMatch(line -> line.startsWith(start)));
    String line = service.out().lines().filter(l -> l.startsWith(start)).findFirst().orElseThrow();
    String[] fields = line.split("\\|", -1);
    return new LoggedLine(fields[2], fields[3], fields[4], fields[5], fields[6]);
  }

  boolean hasNoIds() {
    return trace.isEmpty() && span.isEmpty() && flags.isEmpty() && !all.contains("trace_id");
  }
}
