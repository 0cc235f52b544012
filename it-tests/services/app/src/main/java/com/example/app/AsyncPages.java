package com.example.app;

import java.io.IOException;
import javax.servlet.AsyncContext;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** Routes that end on another thread, or on none. */
final class AsyncPages {

  private static final long TIMEOUT_MILLIS = 200;
  private static final long NO_TIMEOUT = 0;

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
