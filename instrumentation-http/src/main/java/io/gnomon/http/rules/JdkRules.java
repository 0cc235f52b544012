package io.gnomon.http.rules;

import io.gnomon.instrumentation.MethodRule;
import io.gnomon.instrumentation.TypeRule;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** {@code HttpURLConnection}, and from Java 11 on {@code java.net.http.HttpClient}. */
public final class JdkRules {

  private static final String URL = "io.gnomon.http.url.";
  private static final String JDK = "io.gnomon.http.jdk.";
  private static final String REQUEST = "jdk/internal/net/http/HttpRequestImpl";

  private JdkRules() {}

  /**
   * All of them.
   *
   * @return immutable data
   */
  public static List<TypeRule> rules() {
    return Arrays.asList(urlConnection(), httpsConnection(), client(), request());
  }

  private static TypeRule urlConnection() {
    return jdk(
        "sun/net/www/protocol/http/HttpURLConnection",
        MethodRule.exact("connect", "()V", URL + "ConnectAdvice"),
        MethodRule.exact("getOutputStream", "()Ljava/io/OutputStream;", URL + "ConnectAdvice"),
        MethodRule.exact("getInputStream", "()Ljava/io/InputStream;", URL + "ReadAdvice"),
        MethodRule.exact("writeRequests", "()V", URL + "WriteAdvice"));
  }

  /** What {@code https} connects in its own way; it inherits the rest. */
  private static TypeRule httpsConnection() {
    return jdk(
        "sun/net/www/protocol/https/AbstractDelegateHttpsURLConnection",
        MethodRule.exact("connect", "()V", URL + "ConnectAdvice"));
  }

  private static TypeRule client() {
    String parameters =
        "(Ljava/net/http/HttpRequest;Ljava/net/http/HttpResponse$BodyHandler;"
            + "Ljava/net/http/HttpResponse$PushPromiseHandler;Ljava/util/concurrent/Executor;)";
    return jdk(
        "jdk/internal/net/http/HttpClientImpl",
        MethodRule.exact(
            "sendAsync",
            parameters + "Ljava/util/concurrent/CompletableFuture;",
            JDK + "SendAdvice"));
  }

  /** The client's copy of a request, and that copy's copy for a redirect or an authentication. */
  private static TypeRule request() {
    return jdk(
        REQUEST,
        MethodRule.exact(
            "<init>",
            "(Ljava/net/http/HttpRequest;Ljava/net/ProxySelector;)V",
            JDK + "RequestAdvice"),
        MethodRule.between(
            "<init>",
            "(Ljava/net/URI;Ljava/lang/String;L" + REQUEST + ";Z",
            ")V",
            JDK + "RepeatAdvice"));
  }

  private static TypeRule jdk(String className, MethodRule... methods) {
    return TypeRule.ofJdk(Collections.singletonList(className), methods);
  }
}
