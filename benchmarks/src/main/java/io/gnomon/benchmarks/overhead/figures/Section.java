package io.gnomon.benchmarks.overhead.figures;

/** A part of the report: figures that belong together. */
public enum Section {
  /** What a start takes. */
  START("Start", "start"),
  /** What a request takes of the processor. */
  CPU("CPU per request", "cpu"),
  /** What a request takes of the heap. */
  ALLOCATION("Bytes allocated per request", "allocation"),
  /** How long a request takes at a fixed rate. */
  LATENCY("Latency at a fixed rate", "latency"),
  /** How many requests there can be. */
  THROUGHPUT("Throughput at saturation", "throughput"),
  /** What the process holds. */
  MEMORY("Memory, threads, classes", "memory"),
  /** What leaves the process, and what is put into it. */
  EXPORT("Exported, and the jar", "");

  private final String title;
  private final String plot;

  Section(String title, String plot) {
    this.title = title;
    this.plot = plot;
  }

  /**
   * Its heading.
   *
   * @return a few words
   */
  public String title() {
    return title;
  }

  /**
   * What its plot's file name ends with.
   *
   * @return empty if it has none, for there is nothing to compare with without an agent
   */
  public String plot() {
    return plot;
  }
}
