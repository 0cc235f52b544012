package com.example.app;

import java.io.IOException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** Tells what only the service's own JVM can see. */
final class Inside {

  private Inside() {}

  /** The names of all threads, one per line. */
  static void threads(HttpServletRequest request, HttpServletResponse response) throws IOException {
    StringBuilder names = new StringBuilder();
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      names.append(thread.getName()).append('\n');
    }
    Pages.text(response, names.toString());
  }

  /** Whether the application can load the class {@code name}, and from where. */
  static void type(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String name = request.getParameter("name");
    try {
      Class<?> found = Class.forName(name, false, Inside.class.getClassLoader());
      Pages.text(response, "found " + found.getProtectionDomain().getCodeSource());
    } catch (ClassNotFoundException | LinkageError absent) {
      Pages.text(response, "absent");
    }
  }
}
