package io.gnomon.instrumentation;

import java.util.List;

/** One instrumentation: its name and its rules. Implementations are immutable. */
public interface InstrumentationModule {

  /**
   * The name in switches and metrics.
   *
   * @return as {@code jdbc}
   */
  String name();

  /**
   * What it weaves.
   *
   * @return the rules, computed once
   */
  List<TypeRule> rules();
}
