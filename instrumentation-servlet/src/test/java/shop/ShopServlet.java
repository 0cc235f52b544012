package shop;

import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import javax.servlet.AsyncContext;
import javax.servlet.AsyncEvent;
import javax.servlet.AsyncListener;
import javax.servlet.DispatcherType;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** Does what the path asks for; mapped in every way that there is. */
public class ShopServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final String PATTERN =
      "org.springframework.web.servlet.HandlerMapping.bestMatchingPattern";
  private static final String HANDLER =
      "org.springframework.web.servlet.HandlerMapping.bestMatchingHandler";

  private final transient Executor threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "shop");
            thread.setDaemon(true);
            return thread;
          });

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    if (request.getDispatcherType() == DispatcherType.ERROR
        || request.getDispatcherType() == DispatcherType.INCLUDE) {
      response.getWriter().write("sorry");
      return;
    }
    switch (request.getServletPath()) {
      case "/boom", "/quiet/boom" ->
          throw new ServletException("wrapped", new IllegalStateException("boom"));
      case "/thrown" -> throw new UnsupportedOperationException("thrown");
      case "/teapot" -> response.sendError(418);
      case "/forward" -> request.getRequestDispatcher("/hello").forward(request, response);
      case "/include" -> request.getRequestDispatcher("/hello").include(request, response);
      case "/controller" -> {
        request.setAttribute(PATTERN, "/orders/{id}");
        request.setAttribute(HANDLER, this);
        byte[] body = "order".getBytes("US-ASCII");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
      }
      case "/controller-forward" -> {
        request.setAttribute(PATTERN, "/first/{id}");
        request.setAttribute(HANDLER, this);
        request.getRequestDispatcher("/controller").forward(request, response);
      }
      case "/async", "/quiet/async" -> later(request, AsyncContext::complete);
      case "/dispatch", "/quiet/dispatch" -> {
        if (request.getDispatcherType() == DispatcherType.ASYNC) {
          response.getWriter().write("dispatched");
        } else {
          later(request, AsyncContext::dispatch);
        }
      }
      case "/timeout" -> {
        AsyncContext async = request.startAsync();
        async.addListener(new CompleteOnTimeout());
        async.setTimeout(50);
      }
      case "/timeout-error" -> request.startAsync().setTimeout(50);
      case "/download", "/upload", "/cached", "/flushed" ->
          Transfers.serve(request, response, request.getServletPath());
      default -> response.getWriter().write("hello");
    }
  }

  private void later(HttpServletRequest request, java.util.function.Consumer<AsyncContext> then) {
    AsyncContext async = request.startAsync();
    threads.execute(() -> then.accept(async));
  }

  private static final class CompleteOnTimeout implements AsyncListener {

    @Override
    public void onTimeout(AsyncEvent event) {
      ((HttpServletResponse) event.getAsyncContext().getResponse()).setStatus(503);
      event.getAsyncContext().complete();
    }

    @Override
    public void onComplete(AsyncEvent event) {}

    @Override
    public void onError(AsyncEvent event) {}

    @Override
    public void onStartAsync(AsyncEvent event) {}
  }
}
