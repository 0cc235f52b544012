package io.gnomon.benchmarks.growth;

import io.gnomon.benchmarks.woven.CurrentRequest;
import io.gnomon.benchmarks.woven.Session;
import java.util.Map;

/** Requests with so many queries. */
final class Queries implements Workload {

  private static final double NANOS_PER_MICRO = 1e3;
  private static final double MB = 1e6;
  private static final String[] TEXTS = texts();

  private final Session session = new Session();
  private final CurrentRequest request = new CurrentRequest();

  private static String[] texts() {
    String[] texts = new String[10];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = "SELECT name, price FROM item" + i + " WHERE id = ?";
    }
    return texts;
  }

  @Override
  public Map<String, Double> measure(int count, Effort effort) {
    serve(session, request, 1);
    long before = Meter.heapBytes();
    Pace pace = Pace.of(() -> serve(session, request, count), 1, effort);
    double heap = (Meter.heapBytes() - before) / MB;
    return Map.of(
        "time",
        pace.cpuNanos() / NANOS_PER_MICRO,
        "allocated",
        pace.allocatedBytes(),
        "heap",
        heap);
  }

  /** Runs the queries, ends the request and starts the next one. */
  static void serve(Session session, CurrentRequest request, int queries) {
    for (int i = 0; i < queries; i++) {
      session.run(TEXTS[i % TEXTS.length]);
    }
    request.turnOver();
  }
}
