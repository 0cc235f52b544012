package com.example.app;

import java.io.IOException;
import javax.servlet.Servlet;
import javax.servlet.ServletConfig;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletResponse;

/** Is a servlet and nothing more. */
final class PlainServlet implements Servlet {

  private ServletConfig config;

  @Override
  public void init(ServletConfig given) {
    config = given;
  }

  @Override
  public ServletConfig getServletConfig() {
    return config;
  }

  @Override
  public void service(ServletRequest request, ServletResponse response) throws IOException {
    Pages.text((HttpServletResponse) response, "plain");
  }

  @Override
  public String getServletInfo() {
    return "plain";
  }

  @Override
  public void destroy() {}
}
