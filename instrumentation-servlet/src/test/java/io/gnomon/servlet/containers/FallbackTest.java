package io.gnomon.servlet.containers;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.core.request.ThreadState;
import io.gnomon.servlet.ServletInstrumentation;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that the servlet API starts and ends, in a container that we do not know. */
class FallbackTest {

  private static final String API = "javax.servlet.";

  private String method = "PATCH";
  private boolean async = true;
  private final WeavingLoader loader = new WeavingLoader(new ServletInstrumentation());

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
            case "getHeader" -> arguments[0].equals("If-None-Match") ? "0" : null;
            case "getScheme" -> "http";
            case "getDispatcherType" -> dispatched;
            case "getServletContext" -> context;
            case "isAsyncStarted" -> async;
            default -> null;
          };
        });
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

    assertThat(loader.failed).isEmpty();
    assertThat(ThreadState.current().request()).isNull();
    assertThat(Agent.active()).isEqualTo(active);
    assertThat(counted()).isEqualTo(counted + 2);
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
