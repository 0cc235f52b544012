package com.example.app;

import java.io.IOException;
import java.io.PrintWriter;
import javax.servlet.AsyncContext;
import javax.servlet.AsyncEvent;
import javax.servlet.AsyncListener;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** Routes that end on another thread, or on none. */
final class AsyncPages {

  private static final long TIMEOUT_MILLIS = 200;
  private static final long NO_TIMEOUT = 0;
  private static final long EVENT_MILLIS = 20;

  private AsyncPages() {}

  static void complete(HttpServletRequest request, HttpServletResponse response) {
    AsyncContext async = start(request, NO_TIMEOUT);
    int delayMillis = Pages.number(request, "ms", 50);
    later(
        delayMillis,
        () -> {
          try {
            Pages.text((HttpServletResponse) async.getResponse(), "at last");
          } catch (IOException gone) {
            // The client went away: there is nobody to answer.
          }
          async.complete();
        });
  }

  static void dispatch(HttpServletRequest request, HttpServletResponse response) {
    AsyncContext async = start(request, NO_TIMEOUT);
    later(Pages.number(request, "ms", 50), () -> async.dispatch("/hello"));
  }

  static void timeout(HttpServletRequest request, HttpServletResponse response) {
    start(request, TIMEOUT_MILLIS);
  }

  static void error(HttpServletRequest request, HttpServletResponse response) {
    AsyncContext async = start(request, NO_TIMEOUT);
    later(Pages.number(request, "ms", 50), () -> async.dispatch("/error"));
  }

  /** Its first turn fails, when it is asynchronous already. */
  @SuppressWarnings("DoNotCallSuggester")
  static void thrown(HttpServletRequest request, HttpServletResponse response) {
    // Jetty 12 answers such a request only when its time is over.
    start(request, TIMEOUT_MILLIS);
    throw new IllegalStateException("the page fails");
  }

  /** A listener answers when the time is over. */
  static void timeoutTold(HttpServletRequest request, HttpServletResponse response) {
    AsyncContext async = start(request, TIMEOUT_MILLIS);
    async.addListener(new TimeoutListener(), request, response);
  }

  static void dispatchTwice(HttpServletRequest request, HttpServletResponse response) {
    AsyncContext async = start(request, NO_TIMEOUT);
    later(Pages.number(request, "ms", 50), () -> async.dispatch("/async-dispatch"));
  }

  /** Up to {@code n} server-sent events, until the client is gone. */
  static void events(HttpServletRequest request, HttpServletResponse response) {
    AsyncContext async = start(request, NO_TIMEOUT);
    EventsEnd end = new EventsEnd();
    async.addListener(end);
    int events = Pages.number(request, "n", 5);
    response.setContentType("text/event-stream;charset=UTF-8");
    later(
        0,
        () -> {
          boolean there = true;
          for (int i = 0; i < events && there && !end.isReached(); i++) {
            there = sent((HttpServletResponse) async.getResponse(), i);
            Pages.pause(EVENT_MILLIS);
          }
          if (!end.isReached() && (there || !end.awaited())) {
            async.complete();
          }
        });
  }

  private static boolean sent(HttpServletResponse to, int number) {
    try {
      PrintWriter writer = to.getWriter();
      writer.write("data: " + number + "\n\n");
      return !writer.checkError();
    } catch (IOException gone) {
      return false;
    }
  }

  private static final class TimeoutListener implements AsyncListener {

    @Override
    public void onTimeout(AsyncEvent event) {
      ((HttpServletResponse) event.getSuppliedResponse())
          .setStatus(HttpServletResponse.SC_GATEWAY_TIMEOUT);
      event.getAsyncContext().complete();
    }

    @Override
    public void onComplete(AsyncEvent event) {}

    @Override
    public void onError(AsyncEvent event) {}

    @Override
    public void onStartAsync(AsyncEvent event) {}
  }

  private static AsyncContext start(HttpServletRequest request, long timeoutMillis) {
    AsyncContext async = request.startAsync();
    async.setTimeout(timeoutMillis);
    return async;
  }

  private static void later(long delayMillis, Runnable what) {
    Thread thread =
        new Thread(
            () -> {
              Pages.pause(delayMillis);
              what.run();
            },
            "app-later");
    thread.setDaemon(true);
    thread.start();
  }
}
