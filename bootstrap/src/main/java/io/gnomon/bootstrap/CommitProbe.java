package io.gnomon.bootstrap;

import org.jspecify.annotations.Nullable;

/**
 * What advice calls where the headers of a response are final: static, and nothing gets out. Each
 * method hands to the {@link ServletHandler} installed when this class was initialized. Any thread,
 * concurrently.
 */
public final class CommitProbe {

  private static final ServletHandler HANDLER = Probes.servlet();

  /** See {@link ServletHandler#readsHeaders}. A constant to the JIT. */
  public static final boolean READS_HEADERS = HANDLER.readsHeaders();

  /** See {@link ServletHandler#tellsTiming}. A constant to the JIT. */
  public static final boolean TELLS_TIMING = HANDLER.tellsTiming();

  private CommitProbe() {}

  /**
   * See {@link ServletHandler#cacheable}.
   *
   * @param carrier what lives as long as the request, or null for the request of this thread
   * @param status the final status
   * @return as there; false unless {@link #READS_HEADERS}, or after a failure of ours
   */
  public static boolean cacheable(@Nullable Object carrier, int status) {
    try {
      return READS_HEADERS && HANDLER.cacheable(carrier, status);
    } catch (Throwable failure) {
      Probes.swallow(HANDLER, failure);
      return false;
    }
  }

  /**
   * See {@link ServletHandler#cacheControl}.
   *
   * @param line the header's value, or null
   * @return as there; 0 after a failure of ours
   */
  public static int cacheControl(@Nullable String line) {
    try {
      return HANDLER.cacheControl(line);
    } catch (Throwable failure) {
      Probes.swallow(HANDLER, failure);
      return 0;
    }
  }

  /**
   * See {@link ServletHandler#cached}.
   *
   * @param carrier what lives as long as the request, or null for the request of this thread
   * @param status the final status
   * @param conditional whether the request was conditional
   * @param etag whether the response has an {@code ETag}
   * @param lastModified whether the response has a {@code Last-Modified}
   * @param control bits of all {@link #cacheControl} lines
   */
  public static void cached(
      @Nullable Object carrier,
      int status,
      boolean conditional,
      boolean etag,
      boolean lastModified,
      int control) {
    try {
      HANDLER.cached(carrier, status, conditional, etag, lastModified, control);
    } catch (Throwable failure) {
      Probes.swallow(HANDLER, failure);
    }
  }

  /**
   * See {@link ServletHandler#serverTiming}.
   *
   * @param carrier what lives as long as the request, or null for the request of this thread
   * @param status the final status
   * @return as there; null unless {@link #TELLS_TIMING}, or after a failure of ours
   */
  public static @Nullable String serverTiming(@Nullable Object carrier, int status) {
    try {
      return TELLS_TIMING ? HANDLER.serverTiming(carrier, status) : null;
    } catch (Throwable failure) {
      Probes.swallow(HANDLER, failure);
      return null;
    }
  }
}
