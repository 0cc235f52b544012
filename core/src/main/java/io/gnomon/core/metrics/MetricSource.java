package io.gnomon.core.metrics;

import org.jspecify.annotations.Nullable;

/** Whatever gives the points of one instrument. */
interface MetricSource {

  /**
   * The points there are now, or null if there are none. For the thread that collects.
   *
   * @param withExemplars whether exemplars are handed out, once each
   */
  @Nullable MetricSnapshot collect(boolean withExemplars);
}
