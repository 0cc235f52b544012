package io.gnomon.core.slowquery;

import org.jspecify.annotations.Nullable;

/** Waits for the plan of one slow query. For any thread. */
public interface PlanReceiver {

  /**
   * What became of the plan; calls after the first do nothing.
   *
   * @param plan how the database runs the query, without literals and bounded by its maker; null if
   *     there is none
   */
  void plan(@Nullable String plan);
}
