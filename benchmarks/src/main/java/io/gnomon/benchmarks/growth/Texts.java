package io.gnomon.benchmarks.growth;

import io.gnomon.benchmarks.woven.Session;
import java.util.Map;

/** Distinct texts in turns. What is kept of a text is the agent's: nobody else holds it after. */
final class Texts implements Workload {

  static final String SHAPES = "other names";
  static final String LITERALS = "other literals";

  private static final int STEP = 100;
  private static final int WARM = 1_000;
  private static final double MB = 1e6;

  private final boolean literals;
  private final Session session = new Session();
  private String[] texts = {};
  private int next;

  Texts(String variant) {
    literals = variant.equals(LITERALS);
  }

  @Override
  public Map<String, Double> measure(int count, Effort effort) {
    for (int i = 0; i < WARM; i++) {
      session.run("SELECT 1");
      session.runText("SELECT 1");
    }
    long before = Meter.heapBytes();
    texts = texts(count);
    for (int i = 0; i < count; i += STEP) {
      step();
    }
    Pace pace = Pace.of(this::step, STEP, effort);
    texts = new String[0];
    double heap = (Meter.heapBytes() - before) / MB;
    return Map.of("time", pace.cpuNanos(), "allocated", pace.allocatedBytes(), "heap", heap);
  }

  private String[] texts(int count) {
    String[] made = new String[count];
    for (int i = 0; i < count; i++) {
      made[i] =
          literals
              ? "SELECT name, price FROM item WHERE id = ? AND kind = 'k" + i + "'"
              : "SELECT name" + i + ", price FROM item" + i + " WHERE id = ? AND kind = 'k'";
    }
    return made;
  }

  private void step() {
    for (int i = 0; i < STEP; i++) {
      session.run(texts[next]);
      next = next + 1 == texts.length ? 0 : next + 1;
    }
  }
}
