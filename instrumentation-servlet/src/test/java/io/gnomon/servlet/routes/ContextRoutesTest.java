package io.gnomon.servlet.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.servlet.ServletContext;
import org.junit.jupiter.api.Test;

class ContextRoutesTest {

  private static final long PATIENCE_SECONDS = 10;

  private final ContextRoutes contexts = new ContextRoutes();

  private static ServletContext context(Supplier<String> path) {
    return (ServletContext)
        Proxy.newProxyInstance(
            ServletContext.class.getClassLoader(),
            new Class<?>[] {ServletContext.class},
            (proxy, method, arguments) ->
                method.getName().equals("getContextPath") ? path.get() : Map.of());
  }

  @Test
  void aContextIsReadOnce() {
    ServletContext shop = context(() -> "/shop");

    MappedRoutes routes = contexts.of(shop);

    assertThat(routes.contextPath()).isEqualTo("/shop");
    assertThat(contexts.of(shop)).isSameAs(routes);
  }

  @Test
  void aContextThatWaitsForAnotherThreadHoldsNobodyUp() {
    ServletContext other = context(() -> "/other");
    ServletContext waiting =
        context(
            () ->
                CompletableFuture.supplyAsync(() -> contexts.of(other).contextPath())
                    .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .join());

    assertThat(contexts.of(waiting).contextPath()).isEqualTo("/other");
  }
}
