package io.gnomon.core.propagation;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A way to carry a trace, or what belongs to it, in headers. */
public enum Propagator {
  /** W3C Trace Context: {@code traceparent} and {@code tracestate}. */
  TRACECONTEXT,
  /** W3C Baggage: {@code baggage}, passed on as it came. */
  BAGGAGE,
  /** B3 in one header, {@code b3}; reads those of {@link #B3MULTI} too. */
  B3,
  /** B3 in several headers, {@code X-B3-TraceId} and others; reads that of {@link #B3} too. */
  B3MULTI;

  private final String settingName = name().toLowerCase(Locale.ROOT);

  /** The one of a name, whatever its case; null if there is none. */
  static @Nullable Propagator named(String name) {
    for (Propagator each : values()) {
      if (each.settingName.equalsIgnoreCase(name)) {
        return each;
      }
    }
    return null;
  }
}
