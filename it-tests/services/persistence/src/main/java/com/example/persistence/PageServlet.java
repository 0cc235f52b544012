package com.example.persistence;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Shows one page. */
final class PageServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  private final transient Page page;

  PageServlet(Page page) {
    this.page = page;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    try {
      page.show();
    } catch (Exception failure) {
      throw new ServletException(failure);
    }
    response.getWriter().print("done");
  }
}
