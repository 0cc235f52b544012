package com.example.app;

import java.io.IOException;
import java.io.OutputStream;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** The plain routes. */
final class Pages {

  private static final int BLOCK_BYTES = 64 * 1024;

  private Pages() {}

  static void text(HttpServletResponse response, String text) throws IOException {
    response.setContentType("text/plain;charset=UTF-8");
    response.getWriter().write(text);
  }

  static int number(HttpServletRequest request, String parameter, int otherwise) {
    String value = request.getParameter(parameter);
    return value == null ? otherwise : Integer.parseInt(value);
  }

  static void hello(HttpServletRequest request, HttpServletResponse response) throws IOException {
    text(response, "hello");
  }

  static void item(HttpServletRequest request, HttpServletResponse response) throws IOException {
    text(response, "item " + request.getPathInfo());
  }

  static void sleep(HttpServletRequest request, HttpServletResponse response) throws IOException {
    pause(number(request, "ms", 10));
    text(response, "slept");
  }

  static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @SuppressWarnings("DoNotCallSuggester") // a page calls it through a reference
  static void error(HttpServletRequest request, HttpServletResponse response) {
    throw new IllegalStateException("the page fails");
  }

  @SuppressWarnings("DoNotCallSuggester")
  static void severe(HttpServletRequest request, HttpServletResponse response) {
    throw new LinkageError("the page fails badly");
  }

  static void sendError(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
  }

  static void onError(HttpServletRequest request, HttpServletResponse response) throws IOException {
    text(response, "an error page");
  }

  static void forward(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    request.getRequestDispatcher("/hello").forward(request, response);
  }

  static void include(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    text(response, "including ");
    request.getRequestDispatcher("/hello").include(request, response);
  }

  /** To a page that includes one that asks the database. */
  static void forwardInclude(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    request.getRequestDispatcher("/include-query").forward(request, response);
  }

  static void includeQuery(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    request.getRequestDispatcher("/query?n=2").include(request, response);
  }

  static void forwardError(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    request.getRequestDispatcher("/error").forward(request, response);
  }

  /** To a page of this application. */
  static void redirect(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.sendRedirect(request.getContextPath() + "/hello");
  }

  /** A status without an error page. */
  static void gone(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.sendError(HttpServletResponse.SC_GONE);
  }

  @SuppressWarnings("DoNotCallSuggester")
  static void typedError(HttpServletRequest request, HttpServletResponse response) {
    throw new PageException();
  }

  static void forwardAsync(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    request.getRequestDispatcher("/async").forward(request, response);
  }

  static void forwardAsyncDispatch(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    request.getRequestDispatcher("/async-dispatch").forward(request, response);
  }

  /** So much that a client who goes away is noticed. */
  static void large(HttpServletRequest request, HttpServletResponse response) throws IOException {
    OutputStream out = response.getOutputStream();
    byte[] block = new byte[BLOCK_BYTES];
    for (int i = number(request, "blocks", 1000); i > 0; i--) {
      out.write(block);
      out.flush();
    }
  }
}
