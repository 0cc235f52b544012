package shop;

import java.io.IOException;
import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.FilterConfig;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** Answers what has a word in its path, and passes the rest on. */
abstract class AnsweringFilter implements Filter {

  private final String word;

  AnsweringFilter(String word) {
    this.word = word;
  }

  @Override
  public void init(FilterConfig config) {}

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (((HttpServletRequest) request).getRequestURI().contains(word)) {
      ((HttpServletResponse) response).setStatus(203);
    } else {
      chain.doFilter(request, response);
    }
  }

  @Override
  public void destroy() {}
}
