package io.gnomon.servlet;

import org.jspecify.annotations.Nullable;

/**
 * What a request failed with: the exception, or, for a {@code ServletException} that wraps another,
 * what it wraps, looked through once.
 */
public final class Exceptions {

  private Exceptions() {}

  /**
   * What a request failed with.
   *
   * @param thrown what reached the container
   * @return the same, or what it wraps
   */
  public static Throwable unwrapped(Throwable thrown) {
    Throwable cause = thrown.getCause();
    return cause != null && isServletException(thrown.getClass()) ? cause : thrown;
  }

  private static boolean isServletException(Class<?> type) {
    for (@Nullable Class<?> each = type; each != null; each = each.getSuperclass()) {
      if (each.getName().equals("javax.servlet.ServletException")
          || each.getName().equals("jakarta.servlet.ServletException")) {
        return true;
      }
    }
    return false;
  }
}
