package io.gnomon.it.contract;

import static io.gnomon.it.contract.Exchanges.TIMES;

import java.util.List;
import java.util.Locale;

/** What is asked of every container, and what it has to be shown as unless it is said to differ. */
public enum Case {
  SUCCESS(
      client -> {
        client.pages("GET", "/hello", 200, "hello");
        client.pages("POST", "/hello", 200, "hello");
      },
      Shown.of("GET", "/hello", 200, TIMES),
      Shown.of("POST", "/hello", 200, TIMES)),
  PATH_PARAMETER(
      client -> {
        client.page("GET", "/item/17", 200, "item /17");
        client.page("GET", "/item/18/parts?all", 200, "item /18/parts");
        client.page("GET", "/item", 200, "item null");
      },
      Shown.of("GET", "/item/*", 200, 3)),
  QUERY_STRING(
      client -> client.pages("GET", "/query?n=2&secret=17", 200, "2 asked"),
      Shown.of("GET", "/query", 200, TIMES)),
  REDIRECT(
      client -> client.pages("GET", "/redirect", 302, ""),
      Shown.of("GET", "/redirect", 302, TIMES)),
  NOT_FOUND_INSIDE(
      client -> client.pages("GET", "/no/such/file", 404, ""), Shown.of("GET", null, 404, TIMES)),
  NOT_FOUND_OUTSIDE(Exchanges::outside, Shown.of("GET", null, 404, TIMES)),
  EXCEPTION(
      client -> client.pages("GET", "/error", 500, ""),
      Shown.failed("GET", "/error", 500, Names.ILLEGAL_STATE, TIMES)),
  SEND_ERROR(client -> client.pages("GET", "/gone", 410, ""), Shown.of("GET", "/gone", 410, TIMES)),
  ERROR_PAGE_OF_STATUS(
      client -> client.pages("GET", "/senderror", 503, "an error page"),
      Shown.failed("GET", "/senderror", 503, "503", TIMES)),
  ERROR_PAGE_OF_EXCEPTION(
      client -> client.pages("GET", "/typed-error", 500, "an error page"),
      Shown.failed("GET", "/typed-error", 500, Names.PAGE_EXCEPTION, TIMES)),
  STATIC_FILE(
      client -> client.pages("GET", "/static.txt", 200, "a static file"),
      Shown.of("GET", null, 200, TIMES)),
  FORWARD(
      client -> client.pages("GET", "/forward", 200, "hello"),
      Shown.of("GET", "/forward", 200, TIMES)),
  INCLUDE(
      client -> client.pages("GET", "/include", 200, "including hello"),
      Shown.of("GET", "/include", 200, TIMES)),
  JSP(
      client -> client.pages("GET", "/page.jsp", 200, "a page of /page.jsp"),
      Shown.of("GET", "/*.jsp", 200, TIMES)),
  HEAD(client -> client.pages("HEAD", "/head", 200, ""), Shown.of("HEAD", "/head", 200, TIMES)),
  UNKNOWN_METHOD(
      client -> client.pages("BREW", "/hello", 200, "hello"),
      Shown.of("_OTHER", "/hello", 200, TIMES)),
  MALFORMED(Exchanges::malformed, Shown.of("GET", null, 400, 1)),
  KEEP_ALIVE(Exchanges::keepAlive, Shown.of("GET", "/hello", 200, Exchanges.KEPT)),
  PIPELINING(Exchanges::pipelined, Shown.of("GET", "/hello", 200, Exchanges.PIPELINED)),
  LARGE_UPLOAD(Exchanges::largeUpload, Shown.of("POST", "/upload", 200, 1)),
  LARGE_DOWNLOAD(Exchanges::largeDownload, Shown.of("GET", "/large", 200, 1)),
  CLIENT_GONE_IN_UPLOAD(Exchanges::goneInUpload, Shown.of("POST", "/upload", 400, 1)),
  CLIENT_GONE_IN_DOWNLOAD(Exchanges::goneInDownload, Shown.of("GET", "/large", 200, 1)),
  WEB_SOCKET(Exchanges::webSocket, Shown.of("GET", null, 101, 1)),
  EVENTS(Exchanges::events, 80, Shown.of("GET", "/events", 200, 1)),
  ASYNC_COMPLETE(
      client -> client.pages("GET", "/async?ms=80", 200, "at last"),
      80,
      Shown.of("GET", "/async", 200, TIMES)),
  ASYNC_TIMEOUT(
      client -> client.page("GET", "/async-timeout", 500, ""),
      200,
      Shown.failed("GET", "/async-timeout", 500, "500", 1)),
  ASYNC_TIMEOUT_ANSWERED(
      client -> client.page("GET", "/async-timeout-told", 504, ""),
      200,
      Shown.failed("GET", "/async-timeout-told", 504, "504", 1)),
  ASYNC_ERROR(
      client -> client.pages("GET", "/async-error?ms=80", 500, ""),
      80,
      Shown.failed("GET", "/async-error", 500, Names.ILLEGAL_STATE, TIMES)),
  ASYNC_THROWN(
      Exchanges::thrown, Shown.failed("GET", "/async-throw", 500, Names.ILLEGAL_STATE, TIMES)),
  ASYNC_DISPATCH(
      client -> client.pages("GET", "/async-dispatch?ms=80", 200, "hello"),
      80,
      Shown.of("GET", "/async-dispatch", 200, TIMES)),
  ASYNC_DISPATCH_AFTER_DISPATCH(
      client -> client.pages("GET", "/async-twice?ms=80", 200, "hello"),
      160,
      Shown.of("GET", "/async-twice", 200, TIMES)),
  ASYNC_IN_FORWARD(
      client -> client.pages("GET", "/forward-async?ms=80", 200, "at last"),
      80,
      Shown.of("GET", "/forward-async", 200, TIMES)),
  ASYNC_DISPATCH_IN_FORWARD(
      client -> client.pages("GET", "/forward-async-dispatch?ms=80", 200, "hello"),
      80,
      Shown.of("GET", "/forward-async-dispatch", 200, TIMES)),
  PLAIN_SERVLET(
      client -> client.pages("GET", "/plain", 200, "plain"), Shown.of("GET", "/plain", 200, TIMES)),
  FILTER_ANSWERS(
      client -> client.pages("GET", "/answered/17", 200, "answered by a filter"),
      Shown.of("GET", "/answered/*", 200, TIMES)),
  MANY_AT_ONCE(
      Exchanges::manyAtOnce,
      Shown.of("GET", "/hold", 200, Exchanges.AT_ONCE),
      Shown.of("GET", "/release", 200, 1)),

  /**
   * The last one: a thread of the application's may still be at work on what Tomcat 8.5 gives the
   * next request.
   */
  EVENTS_CLIENT_GONE(Exchanges::goneInEvents, Shown.of("GET", "/events", 200, 1));

  /** Types of exceptions. */
  private static final class Names {
    static final String ILLEGAL_STATE = "java.lang.IllegalStateException";
    static final String PAGE_EXCEPTION = "com.example.app.PageException";
  }

  final Exchange exchange;
  final int atLeastMillis;
  final List<Shown> shown;

  Case(Exchange exchange, Shown... shown) {
    this(exchange, 0, shown);
  }

  Case(Exchange exchange, int atLeastMillis, Shown... shown) {
    this.exchange = exchange;
    this.atLeastMillis = atLeastMillis;
    this.shown = List.of(shown);
  }

  /** For tables and tests. */
  String title() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
