package io.gnomon.http.okhttp;

import io.gnomon.bootstrap.ClientProbe;
import net.bytebuddy.asm.Advice;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * The first of OkHttp's own interceptors, around redirects, repetitions and attempts at further
 * addresses: a call as the application made it. What its cache answered alone is none.
 */
final class InterceptAdvice {

  private InterceptAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static @Nullable Object enter(@Advice.Argument(0) Interceptor.Chain chain) {
    HttpUrl url = chain.request().url();
    return ClientProbe.begun(
        chain.call(),
        chain.request().method(),
        url.scheme(),
        url.host(),
        url.port(),
        url.encodedPath());
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  static void exit(
      @Advice.Enter @Nullable Object call,
      @Advice.Return @Nullable Response response,
      @Advice.Thrown @Nullable Throwable thrown) {
    if (response == null) {
      ClientProbe.ended(call, 0, null, thrown);
    } else if (response.networkResponse() == null && response.priorResponse() == null) {
      ClientProbe.left(call);
    } else {
      ClientProbe.ended(call, response.code(), response.protocol().toString(), thrown);
    }
  }
}
