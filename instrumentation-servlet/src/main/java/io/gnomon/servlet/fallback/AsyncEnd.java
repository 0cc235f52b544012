package io.gnomon.servlet.fallback;

import io.gnomon.core.failures.Failures;
import io.gnomon.core.request.RequestRecord;
import io.gnomon.core.request.Requests;
import io.gnomon.servlet.Exceptions;
import io.gnomon.servlet.types.ServletTypes;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * An {@code AsyncListener} of either name space that ends a request when its asynchronous work is
 * complete. Called by one container thread at a time; {@link Requests#end} counts once whatever the
 * container tells.
 */
public final class AsyncEnd implements InvocationHandler {

  private static final String PART = "servlet";

  private final Object response;
  private final @Nullable String protocolVersion;
  private final Requests requests;
  private final Failures failures;
  private final RequestRecord record;
  private final int generation;

  private AsyncEnd(
      Object response,
      @Nullable String protocolVersion,
      Requests requests,
      Failures failures,
      RequestRecord record) {
    this.response = response;
    this.protocolVersion = protocolVersion;
    this.requests = requests;
    this.failures = failures;
    this.record = record;
    this.generation = record.generation();
  }

  /**
   * Ends the request when the asynchronous context says that it is complete, or now if the context
   * can't be listened to.
   *
   * @param async an {@code AsyncContext}
   * @param response an {@code HttpServletResponse}
   * @param protocolVersion as {@code 1.1}, or null
   * @param requests what counts requests
   * @param failures where failures of ours go
   * @param record the request
   */
  public static void whenDone(
      Object async,
      Object response,
      @Nullable String protocolVersion,
      Requests requests,
      Failures failures,
      RequestRecord record) {
    AsyncEnd end = new AsyncEnd(response, protocolVersion, requests, failures, record);
    try {
      end.listenTo(async);
    } catch (ReflectiveOperationException | RuntimeException failure) {
      failures.caught(PART, failure);
      end.end();
    }
  }

  private void listenTo(Object async) throws ReflectiveOperationException {
    Class<?> context = ServletTypes.of(async, "AsyncContext");
    ClassLoader loader = context.getClassLoader();
    Class<?> listener =
        Class.forName(context.getName().replace("AsyncContext", "AsyncListener"), false, loader);
    Object proxy = Proxy.newProxyInstance(loader, new Class<?>[] {listener}, this);
    context.getMethod("addListener", listener).invoke(async, proxy);
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) {
    String name = method.getName();
    if (name.equals("equals")) {
      return arguments != null && arguments[0] == proxy;
    }
    if (name.equals("hashCode")) {
      return System.identityHashCode(proxy);
    }
    if (name.equals("toString")) {
      return "io.gnomon.servlet.fallback.AsyncEnd";
    }
    try {
      told(name, arguments == null ? null : arguments[0]);
    } catch (Throwable failure) {
      failures.caught(PART, failure);
    }
    return null;
  }

  private void told(String name, @Nullable Object event) throws ReflectiveOperationException {
    if (name.equals("onComplete")) {
      end();
    } else if (name.equals("onError") && event != null) {
      Object thrown = event.getClass().getMethod("getThrowable").invoke(event);
      if (thrown instanceof Throwable && record.generation() == generation) {
        record.failed(generation, Exceptions.unwrapped((Throwable) thrown));
      }
    } else if (name.equals("onStartAsync") && event != null) {
      listenTo(event.getClass().getMethod("getAsyncContext").invoke(event));
    }
  }

  private void end() {
    int status = 0;
    try {
      status = (Integer) ServletTypes.call(response, "http.HttpServletResponse", "getStatus");
    } catch (ReflectiveOperationException | RuntimeException failure) {
      failures.caught(PART, failure);
    }
    requests.end(record, generation, status, protocolVersion);
  }
}
