package io.gnomon.benchmarks.overhead;

/**
 * What is measured: a row of the report.
 *
 * @param name what it is
 * @param unit how it is shown; values are nanoseconds, bytes or counts
 * @param goal the ratio to OpenTelemetry to stay under, or empty
 */
record Figure(String name, Unit unit, String goal) {

  static final Figure FIRST_RESPONSE =
      new Figure("time to the first response", Unit.SECONDS, "1/15");
  static final Figure FIRST_RESPONSE_CPU =
      new Figure("CPU until the first response", Unit.SECONDS, "1/15");
  static final Figure SETTLED_CPU =
      new Figure("CPU until " + Round.SETTLED_SECONDS + " s after start", Unit.SECONDS, "");
  static final Figure P50 = new Figure("latency p50, `/ten`", Unit.MILLIS, "");
  static final Figure P99 = new Figure("latency p99, `/ten`", Unit.MILLIS, "");
  static final Figure HEAP = new Figure("heap after GC", Unit.MEGABYTES, "");
  static final Figure NON_HEAP = new Figure("non-heap", Unit.MEGABYTES, "");
  static final Figure RSS = new Figure("RSS", Unit.MEGABYTES, "1/4");
  static final Figure THREADS = new Figure("threads", Unit.COUNT, "1/3");
  static final Figure CLASSES = new Figure("loaded classes", Unit.COUNT, "1/3");
  static final Figure EXPORTED = new Figure("bytes exported per request", Unit.BYTES, "");
  static final Figure JAR = new Figure("jar", Unit.MEGABYTES, "");

  static Figure cpu(String route) {
    return new Figure("CPU per request, `" + route + "`", Unit.MICROS, "1/10");
  }

  static Figure allocated(String route) {
    return new Figure("allocated per request, `" + route + "`", Unit.BYTES, "");
  }

  static Figure allocatedServing(String route) {
    return new Figure("of it by serving threads, `" + route + "`", Unit.BYTES, "");
  }

  static Figure throughput(String route) {
    return new Figure("throughput, `" + route + "`", Unit.PER_SECOND, "");
  }
}
