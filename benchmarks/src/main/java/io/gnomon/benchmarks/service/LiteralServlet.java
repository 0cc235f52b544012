package io.gnomon.benchmarks.service;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/** Runs queries whose text was never seen before, for a literal in it is new each time. */
final class LiteralServlet extends HttpServlet {

  @Serial private static final long serialVersionUID = 1;

  private final transient DataSource database;
  private final int queries;
  private final AtomicLong literals = new AtomicLong();

  LiteralServlet(DataSource database, int queries) {
    this.database = database;
    this.queries = queries;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try (Connection connection = database.getConnection()) {
      long sum = 0;
      for (int i = 0; i < queries; i++) {
        sum += price(connection, literals.incrementAndGet());
      }
      Answer.send(response, sum);
    } catch (SQLException failure) {
      throw new IOException(failure);
    }
  }

  private static int price(Connection connection, long literal) throws SQLException {
    String sql =
        "SELECT name, price FROM item WHERE id = "
            + literal % Items.COUNT
            + " AND name <> 'none of "
            + literal
            + "'";
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getString(1).length() + rows.getInt(2) : 0;
    }
  }
}
