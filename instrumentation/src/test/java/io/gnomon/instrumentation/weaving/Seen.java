package io.gnomon.instrumentation.weaving;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What {@link SampleAdvice} saw. */
public class Seen {
  public static final List<String> ENTERED = new CopyOnWriteArrayList<>();
  public static final List<String> LEFT = new CopyOnWriteArrayList<>();
}
