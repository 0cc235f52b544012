package io.gnomon.servlet;

import org.jspecify.annotations.Nullable;

/**
 * What {@code error.type} an exception gives: its class, or, for a {@code ServletException} that
 * wraps another, the class of what it wraps, looked through once.
 */
final class Exceptions {

  private Exceptions() {}

  static String name(Throwable thrown) {
    Throwable cause = thrown.getCause();
    return (cause != null && isServletException(thrown.getClass()) ? cause : thrown)
        .getClass()
        .getName();
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
