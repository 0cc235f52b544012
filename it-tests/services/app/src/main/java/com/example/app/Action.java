package com.example.app;

import java.io.IOException;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** What one route does. */
interface Action {
  void run(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException;
}
