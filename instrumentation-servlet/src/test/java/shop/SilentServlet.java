package shop;

import javax.servlet.Servlet;
import javax.servlet.ServletConfig;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;

/** Answers nothing: what its request says does the rest. */
public final class SilentServlet implements Servlet {

  @Override
  public void init(ServletConfig config) {}

  @Override
  public ServletConfig getServletConfig() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void service(ServletRequest request, ServletResponse response) {}

  @Override
  public String getServletInfo() {
    return "";
  }

  @Override
  public void destroy() {}
}
