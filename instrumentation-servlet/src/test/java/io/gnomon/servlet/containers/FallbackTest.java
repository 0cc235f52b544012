package io.gnomon.servlet.containers;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.core.clock.Clock;
import io.gnomon.core.metrics.Metrics;
import io.gnomon.core.request.RequestRecord;
import io.gnomon.core.request.Requests;
import io.gnomon.core.request.ThreadState;
import io.gnomon.instrumentation.WeavingLoader;
import io.gnomon.servlet.ServletInstrumentation;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that the servlet API starts and ends, in a container that we do not know. */
class FallbackTest {

  private static final String API = "javax.servlet.";

  private String method = "PATCH";
  private boolean async = true;
  private boolean listening;
  private final List<Object> listeners = new ArrayList<>();
  private String parent;
  private Runnable inside = () -> {};
  private final WeavingLoader loader = Woven.by(new ServletInstrumentation());

  @BeforeAll
  static void install() {
    Agent.installed();
  }

  private Class<?> api(String name) throws ClassNotFoundException {
    return loader.loadClass(API + name);
  }

  private Object proxy(String type, InvocationHandler handler) throws ClassNotFoundException {
    return Proxy.newProxyInstance(loader, new Class<?>[] {api(type)}, handler);
  }

  /** A request that tells nothing any more once its filter or servlet runs. */
  private Object request(String brokenMethod) throws ClassNotFoundException {
    Object dispatched = api("DispatcherType").getEnumConstants()[2];
    assertThat(dispatched).hasToString("REQUEST");
    Object context =
        proxy(
            "ServletContext",
            (proxy, method, arguments) ->
                method.getName().equals("getContextPath") ? "" : Map.of());
    return proxy(
        "http.HttpServletRequest",
        (proxy, method, arguments) -> {
          if (method.getName().equals(brokenMethod)) {
            throw new IllegalStateException(brokenMethod);
          }
          return switch (method.getName()) {
            case "getMethod" -> this.method;
            case "getRequestURI" -> "/sent";
            case "getHeader" -> header((String) arguments[0]);
            case "getHeaders" -> Collections.enumeration(List.of(header((String) arguments[0])));
            case "getScheme" -> "http";
            case "getDispatcherType" -> dispatched;
            case "getServletContext" -> {
              inside.run();
              yield context;
            }
            case "isAsyncStarted" -> async;
            case "getAsyncContext" -> listening ? context() : null;
            default -> null;
          };
        });
  }

  private Object context() throws ClassNotFoundException {
    return proxy(
        "AsyncContext",
        (proxy, method, arguments) -> {
          listeners.add(arguments[0]);
          return null;
        });
  }

  private String header(String name) {
    return switch (name) {
      case "If-None-Match" -> "0";
      case "traceparent" -> parent;
      default -> null;
    };
  }

  private void call(String brokenMethod) throws ReflectiveOperationException {
    Object response =
        proxy(
            "http.HttpServletResponse",
            (proxy, method, arguments) -> method.getName().equals("getStatus") ? 204 : null);
    Object filter = loader.loadClass("shop.SilentFilter").getConstructor().newInstance();
    Method doFilter =
        filter
            .getClass()
            .getMethod(
                "doFilter", api("ServletRequest"), api("ServletResponse"), api("FilterChain"));
    doFilter.invoke(filter, request(brokenMethod), response, null);
    Object servlet = loader.loadClass("shop.SilentServlet").getConstructor().newInstance();
    Method service =
        servlet.getClass().getMethod("service", api("ServletRequest"), api("ServletResponse"));
    service.invoke(servlet, request(brokenMethod), response);
  }

  @ParameterizedTest
  @ValueSource(strings = {"getAsyncContext", "getServletContext", "getAttribute", "getProtocol"})
  void aRequestThatTellsNoMoreWhenItsCallReturnsLeavesTheThread(String brokenMethod)
      throws Exception {
    long active = Agent.active();
    long counted = counted();

    call(brokenMethod);

    assertThat(loader.failed()).isEmpty();
    assertThat(ThreadState.current().request()).isNull();
    assertThat(Agent.active()).isEqualTo(active);
    assertThat(counted()).isEqualTo(counted + 2);
  }

  @Test
  void isARequestOfItsOwnOnAThreadThatRunsATaskOfAnother() throws Exception {
    Requests others = new Requests(Clock.SYSTEM, new Metrics(Clock.SYSTEM));
    RequestRecord other = others.start("GET", "http");
    ThreadState state = ThreadState.current();
    state.request(other, other.generation(), 3);
    long active = Agent.active();
    long counted = counted();
    async = false;

    call("none");

    assertThat(counted()).isEqualTo(counted + 2);
    assertThat(Agent.active()).isEqualTo(active);
    assertThat(state.request()).isSameAs(other);
    assertThat(state.inTask()).isTrue();
    assertThat(state.span()).isEqualTo(3);
    assertThat(state.serving()).isFalse();
    state.request(null);
  }

  @Test
  void whatATaskLeftIsNotGoneBackToOnceItsRequestHasEnded() throws Exception {
    Requests others = new Requests(Clock.SYSTEM, new Metrics(Clock.SYSTEM));
    RequestRecord other = others.start("GET", "http");
    ThreadState state = ThreadState.current();
    state.request(other, other.generation(), 3);
    int generation = other.generation();
    async = false;
    inside = () -> others.end(other, generation, 200, null);

    call("none");

    assertThat(state.request()).isNull();
    assertThat(state.outer()).isNull();
  }

  @Test
  void goesOnWithATraceAndTellsWhatItWasUnlessItGoesOnAsynchronously() throws Exception {
    parent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    async = false;
    Told.take();

    call("none");

    for (Told told : Told.take()) {
      assertThat(told.ids()).isEqualTo("0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331");
      assertThat(told.fact("url.path")).isEqualTo("/sent");
      assertThat(told.fact("server.address")).isNull();
    }

    async = true;
    listening = true;
    call("none");
    assertThat(listeners).hasSize(2);
    for (Object listener : listeners) {
      api("AsyncListener")
          .getMethod("onComplete", api("AsyncEvent"))
          .invoke(listener, (Object) null);
    }

    assertThat(Told.take()).hasSize(2).allMatch(told -> told.facts().size() == 0);
  }

  private static long counted() {
    return Agent.counts().entrySet().stream()
        .filter(each -> each.getKey().startsWith("PATCH "))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void headersAreReadAndTimingIsToldWhenTheCallReturnsUnlessTooLate(boolean committed)
      throws Exception {
    Object request = request("none");
    Map<String, String> added = new HashMap<>();
    Object response =
        proxy(
            "http.HttpServletResponse",
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getStatus" -> 200;
                  case "isCommitted" -> committed;
                  case "getHeaders" -> List.of("max-age=5", "Private");
                  case "getHeader" -> arguments[0].equals("ETag") ? "1" : null;
                  case "addHeader" -> added.put((String) arguments[0], (String) arguments[1]);
                  default -> null;
                });
    String key = "- full etag private";
    long before = Agent.cached().getOrDefault(key, 0L);
    method = "GET";
    async = false;

    Object servlet = loader.loadClass("shop.SilentServlet").getConstructor().newInstance();
    servlet
        .getClass()
        .getMethod("service", api("ServletRequest"), api("ServletResponse"))
        .invoke(servlet, request, response);

    assertThat(Agent.cached().getOrDefault(key, 0L)).isEqualTo(before + 1);
    assertThat(added.keySet()).isEqualTo(committed ? Set.of() : Set.of("Server-Timing"));
  }
}
