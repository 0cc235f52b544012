package io.gnomon.benchmarks.growth;

import java.util.Map;

/** What a child process measures at one point of a dimension. */
interface Workload {

  /**
   * Measures, once per JVM.
   *
   * @param count how many there are of what grows
   * @param effort how long
   * @return the figures by their keys, in the units of {@link Figure}
   * @throws Exception if it can't be measured
   */
  Map<String, Double> measure(int count, Effort effort) throws Exception;
}
