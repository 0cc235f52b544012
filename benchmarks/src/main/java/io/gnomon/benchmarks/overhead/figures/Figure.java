package io.gnomon.benchmarks.overhead.figures;

/**
 * What is measured: a row of the report.
 *
 * @param section where it is shown
 * @param name what it is, unlike any other's
 * @param unit how it is shown; values are nanoseconds, bytes or counts
 * @param goal what Gnomon may add
 * @param detail whether it is part of the figure before it, and so not plotted
 */
public record Figure(Section section, String name, Unit unit, Goal goal, boolean detail) {

  /** Until when what an agent puts off in its start is taken to be done. */
  public static final int SETTLED_SECONDS = 8;

  /** From when the process is started. */
  public static final Figure FIRST_RESPONSE =
      of(Section.START, "time to the first response", Unit.SECONDS, Goal.part(15));

  /** Of the whole process. */
  public static final Figure FIRST_RESPONSE_CPU =
      of(Section.START, "CPU until the first response", Unit.SECONDS, Goal.part(15));

  /** Of the whole process, so that what an agent puts off is seen. */
  public static final Figure SETTLED_CPU =
      of(Section.START, "CPU until " + SETTLED_SECONDS + " s after start", Unit.SECONDS, Goal.NONE);

  /** Used after a collection. */
  public static final Figure HEAP = of(Section.MEMORY, "heap after GC", Unit.MEGABYTES, Goal.NONE);

  /** Metaspace, code and the like, as the JVM tells it. */
  public static final Figure NON_HEAP = of(Section.MEMORY, "non-heap", Unit.MEGABYTES, Goal.NONE);

  /** As the system tells it; the whole heap is resident in it. */
  public static final Figure RSS =
      of(Section.MEMORY, "RSS", Unit.MEGABYTES, Goal.part(4).and(25e6));

  /** RSS with what is used of the heap in place of all of it. */
  public static final Figure RSS_AND_HEAP =
      of(
          Section.MEMORY,
          "RSS outside the heap + heap after GC",
          Unit.MEGABYTES,
          Goal.part(4).and(25e6));

  /** Of Java, alive. */
  public static final Figure THREADS =
      of(Section.MEMORY, "threads", Unit.COUNT, Goal.part(3).and(2));

  /** As the JVM tells it. */
  public static final Figure CLASSES =
      of(Section.MEMORY, "loaded classes", Unit.COUNT, Goal.part(3));

  /** Bodies as they were on the wire, over a life under full load. */
  public static final Figure EXPORTED =
      of(
          Section.EXPORT,
          "bytes exported per request, all routes at saturation",
          Unit.BYTES,
          Goal.NONE);

  /** Bodies as they were on the wire, of requests that are all kept. */
  public static final Figure EXPORTED_KEPT =
      of(Section.EXPORT, "bytes exported per request, `/kept`", Unit.BYTES, Goal.NONE);

  /** Counted in what was exported. */
  public static final Figure SPANS_KEPT =
      of(Section.EXPORT, "spans exported per request, `/kept`", Unit.MEAN, Goal.NONE);

  /** The file. */
  public static final Figure JAR = of(Section.EXPORT, "jar", Unit.MEGABYTES, Goal.most(7e6));

  /** Compressed bytes of those entries whose classes were loaded. */
  public static final Figure JAR_TOUCHED =
      of(
          Section.EXPORT,
          "jar, entries of classes that were loaded",
          Unit.MEGABYTES,
          Goal.most(5e6));

  private static final Goal TENTH = Goal.part(10);

  private static Figure of(Section section, String name, Unit unit, Goal goal) {
    return new Figure(section, name, unit, goal, false);
  }

  /**
   * CPU of all threads but the JIT compiler's.
   *
   * @param route and database
   * @return the figure
   */
  public static Figure cpu(String route) {
    return of(Section.CPU, "CPU per request, " + route, Unit.MICROS, TENTH);
  }

  /**
   * CPU of the threads that serve requests.
   *
   * @param route and database
   * @return the figure
   */
  public static Figure cpuServing(String route) {
    return detail(Section.CPU, "CPU of serving threads, " + route, Unit.MICROS);
  }

  /**
   * CPU of the JIT compiler during all that is measured.
   *
   * @param what the routes and database
   * @return the figure
   */
  public static Figure cpuCompiling(String what) {
    return detail(Section.CPU, "CPU of the JIT compiler, " + what, Unit.SECONDS);
  }

  /**
   * Bytes that all Java threads allocate.
   *
   * @param route and database
   * @param most what Gnomon may add; infinite for any
   * @return the figure
   */
  public static Figure allocated(String route, double most) {
    return of(Section.ALLOCATION, "allocated per request, " + route, Unit.BYTES, Goal.most(most));
  }

  /**
   * Bytes that the threads that serve requests allocate.
   *
   * @param route and database
   * @return the figure
   */
  public static Figure allocatedServing(String route) {
    return detail(Section.ALLOCATION, "allocated by serving threads, " + route, Unit.BYTES);
  }

  /**
   * Requests that two clients that wait for each answer get answered.
   *
   * @param route and database
   * @return the figure
   */
  public static Figure throughput(String route) {
    return of(Section.THROUGHPUT, "throughput, " + route, Unit.PER_SECOND, Goal.NONE);
  }

  /**
   * A percentile at a fixed rate.
   *
   * @param percentile as 99.9
   * @param route and database
   * @return the figure
   */
  public static Figure latency(String percentile, String route) {
    return of(Section.LATENCY, "latency p" + percentile + ", " + route, Unit.MILLIS, Goal.NONE);
  }

  private static Figure detail(Section section, String name, Unit unit) {
    return new Figure(section, name, unit, Goal.NONE, true);
  }

  /**
   * Its name with its unit, as the report's rows begin.
   *
   * @return unlike any other's
   */
  public String label() {
    return unit.symbol().isEmpty() ? name : name + ", " + unit.symbol();
  }

  /**
   * Whether an agent shows in more of it, not in less.
   *
   * @return false for throughput alone
   */
  public boolean costsWhenMore() {
    return section != Section.THROUGHPUT;
  }
}
