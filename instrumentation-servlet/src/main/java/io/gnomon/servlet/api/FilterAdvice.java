package io.gnomon.servlet.api;

import io.gnomon.bootstrap.CommitProbe;
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

/** {@code Filter.doFilter}: only the outermost call of a dispatch is looked at. */
final class FilterAdvice {

  private FilterAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static int enter(@Advice.This Object filter, @Advice.Argument(0) ServletRequest request) {
    int place = ServletProbe.filtering(filter);
    if (place == ServletProbe.NESTED
        || !(request instanceof HttpServletRequest)
        || request.getDispatcherType() == DispatcherType.ERROR) {
      return 0;
    }
    int token = 0;
    if (place == ServletProbe.OUTERMOST) {
      token = ServletProbe.calling();
    } else if (request.getDispatcherType() == DispatcherType.REQUEST) {
      token =
          ServletProbe.starting(
              request,
              ((HttpServletRequest) request).getMethod(),
              ((HttpServletRequest) request).getScheme(),
              ServletProbe.EXCLUDES ? ((HttpServletRequest) request).getRequestURI() : null);
    }
    if (token == 0) {
      return 0;
    }
    ServletContext context = null;
    try {
      context = request.getServletContext();
    } catch (Throwable untold) {
      // No route then; what was started must end all the same.
    }
    ServletProbe.filteringFirst(filter, context);
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
      if (context != null && ServletProbe.answered()) {
        ServletProbe.filtered(
            context,
            ((HttpServletRequest) request).getServletPath(),
            ((HttpServletRequest) request).getPathInfo());
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
