package io.gnomon.servlet.routes;

import org.jspecify.annotations.Nullable;

/** What the mapping of one servlet tells. Immutable. */
public final class Mapping {

  private final String base;
  private final @Nullable String route;

  Mapping(String base, @Nullable String route) {
    this.base = base;
    this.route = route;
  }

  /**
   * What the patterns of a framework inside the servlet begin with.
   *
   * @return the context path and the prefix of a prefix mapping, as {@code /shop/api}
   */
  public String base() {
    return base;
  }

  /**
   * The mapping itself.
   *
   * @return behind the context path, as {@code /shop/api/*}; null for the default servlet and
   *     {@code /*}
   */
  public @Nullable String route() {
    return route;
  }
}
