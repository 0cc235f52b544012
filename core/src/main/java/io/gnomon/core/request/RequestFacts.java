package io.gnomon.core.request;

import io.gnomon.core.attributes.AttributeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who can read from a container's own request what is told of it only if its trace is kept: path,
 * query, address. Implementations are thread-safe.
 */
public interface RequestFacts {

  /**
   * Says what is known of a request; called at its end, on the thread that ends it, at most once
   * and only if its trace is kept. Does not throw for a request that tells nothing any more.
   *
   * @param carrier the container's own request
   * @param sentPath the path that was sent, if it was told at the start
   * @param attributes gets attributes of a server's span by the conventions, redacted and bounded
   */
  void describe(Object carrier, @Nullable String sentPath, AttributeSet.Builder attributes);
}
