package io.gnomon.demo.shop;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;

/** Many queries for one page: N+1. */
final class OrderServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  private final transient Catalog catalog;

  OrderServlet(Catalog catalog) {
    this.catalog = catalog;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    try {
      int id = Integer.parseInt(request.getPathInfo().substring(1));
      response.getWriter().println(catalog.order(id));
    } catch (SQLException failed) {
      throw new ServletException(failed);
    }
  }
}
