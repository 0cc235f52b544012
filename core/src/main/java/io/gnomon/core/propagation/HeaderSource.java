package io.gnomon.core.propagation;

import org.jspecify.annotations.Nullable;

/** Who can read the headers of a request. Implementations are thread-safe and do not throw. */
public interface HeaderSource {

  /**
   * The value of a header.
   *
   * @param carrier the request, of a type that the source knows
   * @param name of the header; its case does not matter
   * @return null if there is none; of a header of several lines all, in order, with a comma between
   */
  @Nullable String header(Object carrier, String name);
}
