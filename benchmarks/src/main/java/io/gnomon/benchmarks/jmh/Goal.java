package io.gnomon.benchmarks.jmh;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a step must reach with 1 and with 2 threads.
 *
 * @param floors how often the floor its time may be at most; infinite for no goal
 * @param bytes how many it may allocate at most; infinite for no goal
 */
record Goal(double floors, double bytes) {

  /** More threads have no goal: where the processors are missing they measure the scheduler. */
  private static final int MOST_THREADS = 2;

  private static final double ANY = Double.POSITIVE_INFINITY;

  /**
   * Less is the harness', whose own garbage the profiler divides by the operations: of an object of
   * ours in each operation it would be 16 at least.
   */
  private static final double LEAST_BYTES = 1;

  private static final Goal NONE = new Goal(ANY, ANY);
  private static final Goal NO_ALLOCATION = new Goal(ANY, 0);
  private static final Goal HOT_PATH = new Goal(3, 0);
  private static final Goal LITERAL = new Goal(ANY, 200);

  static Goal of(String name) {
    if (name.endsWith(".prepareExecuteClose")) {
      return HOT_PATH;
    }
    if (name.equals("Query.newLiteral")) {
      return LITERAL;
    }
    return switch (name.substring(0, name.indexOf('.'))) {
      case "Request", "Query", "InRequest", "WholeRequest", "Decision" -> NO_ALLOCATION;
      default -> NONE;
    };
  }

  /** The goal in words and whether it was reached; empty if there is none. */
  String verdict(String name, Measurements measurements) {
    List<String> words = new ArrayList<>();
    List<Measured> counted =
        measurements.threads().stream()
            .filter(threads -> threads <= MOST_THREADS)
            .map(threads -> measurements.find(name, threads))
            .toList();
    if (floors < ANY) {
      words.add(
          String.format(
              Locale.ROOT,
              "at most %.0f x floor: %s",
              floors,
              reached(
                  counted.stream().filter(each -> measurements.floors(each) > floors).toList())));
    }
    if (bytes < ANY) {
      words.add(
          String.format(
              Locale.ROOT,
              bytes > 0 ? "at most %.0f B: %s" : "%.0f B: %s",
              bytes,
              reached(
                  counted.stream().filter(each -> each.bytes() > bytes + LEAST_BYTES).toList())));
    }
    return String.join("; ", words);
  }

  private static String reached(List<Measured> missed) {
    if (missed.isEmpty()) {
      return "reached";
    }
    List<String> threads = missed.stream().map(each -> Integer.toString(each.threads())).toList();
    return "**missed** with " + String.join(" and ", threads);
  }
}
