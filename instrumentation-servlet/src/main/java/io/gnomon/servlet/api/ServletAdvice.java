package io.gnomon.servlet.api;

import io.gnomon.bootstrap.CommitProbe;
import io.gnomon.bootstrap.DispatchProbe;
import io.gnomon.bootstrap.ServletProbe;
import javax.servlet.AsyncContext;
import javax.servlet.DispatcherType;
import javax.servlet.ServletContext;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** {@code Servlet.service}: tells its mapping; the outermost call also tells what left it. */
final class ServletAdvice {

  private ServletAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static int enter(@Advice.Argument(0) ServletRequest request) {
    if (!(request instanceof HttpServletRequest)
        || request.getDispatcherType() == DispatcherType.ERROR) {
      return 0;
    }
    if (request.getDispatcherType() == DispatcherType.INCLUDE) {
      if (DispatchProbe.TRACES) {
        Object path = request.getAttribute("jakarta.servlet.include.servlet_path");
        DispatchProbe.included(
            request.getServletContext(),
            path == null ? request.getAttribute("javax.servlet.include.servlet_path") : path,
            request.getAttribute(
                path == null
                    ? "javax.servlet.include.path_info"
                    : "jakarta.servlet.include.path_info"));
      }
      return 0;
    }
    HttpServletRequest http = (HttpServletRequest) request;
    int place = ServletProbe.place();
    int token = 0;
    if (place == ServletProbe.OUTERMOST) {
      token = ServletProbe.calling();
    } else if (place == ServletProbe.OUTSIDE
        && request.getDispatcherType() == DispatcherType.REQUEST) {
      token =
          ServletProbe.starting(
              request,
              http.getMethod(),
              http.getScheme(),
              ServletProbe.EXCLUDES ? http.getRequestURI() : null);
    }
    try {
      Object pattern =
          http.getAttribute("org.springframework.web.servlet.HandlerMapping.bestMatchingPattern");
      if (pattern != null
          && http.getAttribute("org.springframework.web.servlet.HandlerMapping.bestMatchingHandler")
              == null) {
        pattern = null; // CXF's: a raw path.
      }
      ServletProbe.mapped(
          http.getServletContext(), http.getServletPath(), http.getPathInfo(), pattern);
    } catch (Throwable untold) {
      // No route then; what was started must end all the same.
    }
    return token;
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  static void exit(
      @Advice.Argument(0) ServletRequest request,
      @Advice.Argument(1) ServletResponse response,
      @Advice.Enter int token,
      @Advice.Thrown @Nullable Throwable thrown) {
    if (token == 0) {
      return;
    }
    ServletContext context = null;
    Object pattern = null;
    try {
      context = request.getServletContext();
      pattern =
          request.getAttribute(
              "org.springframework.web.servlet.HandlerMapping.bestMatchingPattern");
      if (pattern != null
          && request.getAttribute(
                  "org.springframework.web.servlet.HandlerMapping.bestMatchingHandler")
              == null) {
        pattern = null; // CXF's: a raw path.
      }
    } catch (Throwable requestIsOver) {
      // Another thread has completed it; the call must be told all the same.
    }
    ServletProbe.called(token, context, pattern, thrown);
    if ((token & ServletProbe.OURS) == 0) {
      return;
    }
    AsyncContext async = null;
    String protocol = null;
    int status = 0;
    try {
      protocol = request.getProtocol();
      status = ((HttpServletResponse) response).getStatus();
      async = request.isAsyncStarted() ? request.getAsyncContext() : null;
      if (CommitProbe.TELLS_TIMING && async == null && thrown == null && !response.isCommitted()) {
        String timing = CommitProbe.serverTiming(null, status);
        if (timing != null) {
          ((HttpServletResponse) response).addHeader("Server-Timing", timing);
        }
      }
      if (async == null && thrown == null && CommitProbe.cacheable(null, status)) {
        HttpServletRequest asked = (HttpServletRequest) request;
        HttpServletResponse told = (HttpServletResponse) response;
        int control = 0;
        for (String line : told.getHeaders("Cache-Control")) {
          control |= CommitProbe.cacheControl(line);
        }
        CommitProbe.cached(
            null,
            status,
            asked.getHeader("If-None-Match") != null
                || asked.getHeader("If-Modified-Since") != null,
            told.getHeader("ETag") != null,
            told.getHeader("Last-Modified") != null,
            control);
      }
    } catch (Throwable requestIsOver) {
      // As above: what was started would stay with this thread for ever.
    }
    ServletProbe.stopped(token, async, response, status, protocol);
  }
}
