package io.gnomon.benchmarks.service;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;

/**
 * Runs one query as often as it was told, as frameworks do: prepare, execute, read, close. Answers
 * with the status it was told.
 */
final class PreparedServlet extends HttpServlet {

  @Serial private static final long serialVersionUID = 1;

  private final transient DataSource database;
  private final int queries;
  private final int status;

  PreparedServlet(DataSource database, int queries, int status) {
    this.database = database;
    this.queries = queries;
    this.status = status;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    long sum = queries == 0 ? 0 : sum();
    response.setStatus(status);
    Answer.send(response, sum);
  }

  private long sum() throws IOException {
    try (Connection connection = database.getConnection()) {
      long sum = 0;
      for (int i = 0; i < queries; i++) {
        sum += price(connection, ThreadLocalRandom.current().nextInt(Items.COUNT));
      }
      return sum;
    } catch (SQLException failure) {
      throw new IOException(failure);
    }
  }

  private static int price(Connection connection, int id) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT name, price FROM item WHERE id = ?")) {
      select.setInt(1, id);
      try (ResultSet rows = select.executeQuery()) {
        return rows.next() ? rows.getString(1).length() + rows.getInt(2) : 0;
      }
    }
  }
}
