package io.gnomon.http.rules;

import io.gnomon.instrumentation.MethodRule;
import io.gnomon.instrumentation.TypeRule;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** OkHttp from 3.9 on, 4 and 5. */
public final class OkHttpRules {

  private static final String PACKAGE = "io.gnomon.http.okhttp.";

  private OkHttpRules() {}

  /**
   * All of them.
   *
   * @return immutable data
   */
  public static List<TypeRule> rules() {
    return Arrays.asList(
        TypeRule.named(
            Collections.singletonList("okhttp3/internal/http/RetryAndFollowUpInterceptor"),
            false,
            MethodRule.exact(
                "intercept",
                "(Lokhttp3/Interceptor$Chain;)Lokhttp3/Response;",
                PACKAGE + "InterceptAdvice")),
        TypeRule.named(
            Arrays.asList("okhttp3/RealCall", "okhttp3/internal/connection/RealCall"),
            true,
            MethodRule.exact("enqueue", "(Lokhttp3/Callback;)V", PACKAGE + "EnqueueAdvice")),
        TypeRule.named(
            Arrays.asList(
                "okhttp3/internal/http1/Http1Codec",
                "okhttp3/internal/http1/Http1ExchangeCodec",
                "okhttp3/internal/http2/Http2Codec",
                "okhttp3/internal/http2/Http2ExchangeCodec"),
            false,
            MethodRule.exact(
                "writeRequestHeaders", "(Lokhttp3/Request;)V", PACKAGE + "WriteAdvice")));
  }
}
