package io.gnomon.demo.shop;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;

/** Fails: the exception goes to the container. */
final class DiscountServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  private final transient Catalog catalog;

  DiscountServlet(Catalog catalog) {
    this.catalog = catalog;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    try {
      response
          .getWriter()
          .println(catalog.discount(Integer.parseInt(request.getParameter("product"))));
    } catch (SQLException failed) {
      throw new ServletException(failed);
    }
  }
}
