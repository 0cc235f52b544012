package io.gnomon.demo.shop;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Asynchronous: the container's thread goes back at once, a worker answers. */
final class ReportServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final int WORKERS = 4;
  private static final double SECONDS = 0.05;

  private final transient Catalog catalog;
  private final transient ExecutorService workers = Executors.newFixedThreadPool(WORKERS);

  ReportServlet(Catalog catalog) {
    this.catalog = catalog;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) {
    AsyncContext async = request.startAsync();
    workers.execute(() -> write(async));
  }

  private void write(AsyncContext async) {
    HttpServletResponse response = (HttpServletResponse) async.getResponse();
    try {
      catalog.report(SECONDS);
      response.getWriter().println("done");
    } catch (SQLException | IOException failed) {
      response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
    } finally {
      async.complete();
    }
  }

  @Override
  public void destroy() {
    workers.shutdownNow();
  }
}
