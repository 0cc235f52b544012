package io.gnomon.core.caching;

/**
 * How one response stands to caches, as a number that a record keeps: its outcome, validators and
 * {@code Cache-Control}. Any thread; no allocation.
 */
public final class CachingKind {

  /** Not looked at. */
  public static final int NONE = 0;

  /** One more than the largest kind. */
  static final int END = 1 + 3 * 4 * CacheControl.CLASSES;

  private static final int OK = 200;
  private static final int NOT_MODIFIED = 304;
  private static final String[] OUTCOMES = {"unconditional", "full", "not_modified"};
  private static final String[] VALIDATORS = {"none", "etag", "last_modified", "both"};

  private CachingKind() {}

  /**
   * Whether responses with this method and status are looked at: what a cache could keep, and what
   * says that it still holds.
   *
   * @param method {@code http.request.method}
   * @param status of the response
   * @return true for GET and HEAD with 200 or 304
   */
  public static boolean isLookedAt(String method, int status) {
    return (status == OK || status == NOT_MODIFIED)
        && (method.equals("GET") || method.equals("HEAD"));
  }

  /**
   * The kind of a response.
   *
   * @param status 200 or 304
   * @param conditional whether the request had {@code If-None-Match} or {@code If-Modified-Since}
   * @param etag whether the response has an {@code ETag}
   * @param lastModified whether the response has a {@code Last-Modified}
   * @param directives what {@link CacheControl#directives} found in all lines
   * @return the kind
   */
  public static int of(
      int status, boolean conditional, boolean etag, boolean lastModified, int directives) {
    int outcome = status == NOT_MODIFIED ? 2 : conditional ? 1 : 0;
    int validators = (etag ? 1 : 0) + (lastModified ? 2 : 0);
    return 1
        + (outcome * VALIDATORS.length + validators) * CacheControl.CLASSES
        + CacheControl.strictest(directives);
  }

  static String outcome(int kind) {
    return OUTCOMES[(kind - 1) / CacheControl.CLASSES / VALIDATORS.length];
  }

  static String validator(int kind) {
    return VALIDATORS[(kind - 1) / CacheControl.CLASSES % VALIDATORS.length];
  }

  static String control(int kind) {
    return CacheControl.name((kind - 1) % CacheControl.CLASSES);
  }
}
