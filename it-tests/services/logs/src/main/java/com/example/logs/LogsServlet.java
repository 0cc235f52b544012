package com.example.logs;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** Logs what it is asked for: {@code /inside/a} logs the lines {@code a-1} and {@code a-2}. */
public final class LogsServlet extends HttpServlet {

  private static final long serialVersionUID = 1;

  private static final String URL =
      "jdbc:h2:mem:logs;INIT=CREATE ALIAS IF NOT EXISTS SAY FOR 'com.example.logs.LogsServlet.say'";

  /**
   * What the database calls while a query runs.
   *
   * @param line logged
   * @return the line
   */
  public static String say(String line) {
    LogsMain.LOG.say(line);
    return line;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    String[] path = request.getRequestURI().split("/", -1);
    String name = path[2];
    switch (path[1]) {
      case "inside":
        say(name + "-1");
        say(name + "-2");
        break;
      case "query":
        query(name);
        break;
      case "outside":
        LogsMain.OUTSIDE.add(name);
        break;
      case "with":
        with(path[3], path[4], name);
        break;
      default:
        throw new ServletException(path[1]);
    }
    response.getWriter().print("said");
  }

  private static void query(String name) throws ServletException {
    try (Connection connection = DriverManager.getConnection(URL);
        Statement statement = connection.createStatement()) {
      statement.execute("CALL SAY('" + name + "')");
    } catch (SQLException failure) {
      throw new ServletException(failure);
    }
  }

  private static void with(String key, String value, String name) {
    LogsMain.LOG.put(key, value);
    try {
      say(name);
    } finally {
      LogsMain.LOG.remove(key);
    }
  }
}
