package io.gnomon.demo.shop;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;

/** Slow: a query that no index serves. */
final class SearchServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  private final transient Catalog catalog;

  SearchServlet(Catalog catalog) {
    this.catalog = catalog;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    try {
      response.getWriter().println(catalog.reviewsWith(request.getParameter("word")));
    } catch (SQLException failed) {
      throw new ServletException(failed);
    }
  }
}
