package io.gnomon.exporter.data;

import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.TraceStateBuilder;
import org.jspecify.annotations.Nullable;

/** The W3C header {@code tracestate} as the SDK's type. Stateless. */
final class TraceStates {

  private TraceStates() {}

  /**
   * Reads the header.
   *
   * @param header as it came, or null
   * @return the empty one if there is none, or if any member of it is malformed or comes twice
   */
  static TraceState parse(@Nullable String header) {
    if (header == null) {
      return TraceState.getDefault();
    }
    TraceStateBuilder builder = TraceState.builder();
    int members = 0;
    int end = header.length();
    // from the last to the first: the builder puts each before those that it has
    while (end >= 0) {
      int start = header.lastIndexOf(',', end - 1) + 1;
      String member = header.substring(start, end).trim();
      if (!member.isEmpty()) {
        int equals = member.indexOf('=');
        if (equals < 0) {
          return TraceState.getDefault();
        }
        builder.put(member.substring(0, equals), member.substring(equals + 1));
        members++;
      }
      end = start - 1;
    }
    TraceState state = builder.build();
    // what is malformed was not taken
    return state.size() == members ? state : TraceState.getDefault();
  }
}
