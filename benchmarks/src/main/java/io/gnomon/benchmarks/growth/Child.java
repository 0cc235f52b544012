package io.gnomon.benchmarks.growth;

import io.gnomon.benchmarks.woven.Installed;

/**
 * Measures one point in a JVM of its own and prints the figures. What was recorded is moved into
 * the histograms every now and then, as the agent's worker does.
 */
final class Child {

  private static final long WORKER_MILLIS = 100;

  private Child() {}

  /**
   * Measures.
   *
   * @param args dimension, variant, count, {@code true} for a quick look, URL of the sink
   * @throws Exception if it can't be measured
   */
  @SuppressWarnings("SystemOut")
  public static void main(String[] args) throws Exception {
    Thread worker = new Thread(Child::drain);
    worker.setDaemon(true);
    worker.start();
    workload(args[0], args[1], args[4])
        .measure(Integer.parseInt(args[2]), Effort.of(Boolean.parseBoolean(args[3])))
        .forEach((key, value) -> System.out.println(key + "=" + value));
  }

  private static Workload workload(String dimension, String variant, String sink) {
    return switch (dimension) {
      case "texts" -> new Texts(variant);
      case "series" -> new Series(sink);
      case "queries" -> new Queries();
      case "threads" -> new Threads();
      default -> throw new IllegalArgumentException(dimension);
    };
  }

  private static void drain() {
    try {
      while (true) {
        Installed.core().metrics().drain();
        Thread.sleep(WORKER_MILLIS);
      }
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
    }
  }
}
