package com.example.app;

import java.io.IOException;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** Does the same for every method, known or not. */
final class ActionServlet extends HttpServlet {

  private static final long serialVersionUID = 1;

  private final transient Action action;

  ActionServlet(Action action) {
    this.action = action;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    action.run(request, response);
  }
}
