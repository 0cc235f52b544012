package com.example.clients.jdk11;

import com.example.clients.Call;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/** {@code java.net.http.HttpClient}. */
public final class JdkCalls implements Consumer<Map<String, Call>> {

  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofMillis(Call.TIMEOUT_MILLIS))
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();

  /** Made by its name. */
  public JdkCalls() {}

  @Override
  public void accept(Map<String, Call> calls) {
    calls.put("jdk", url -> client.send(request(url), BodyHandlers.discarding()).statusCode());
    calls.put("jdk-async", this::async);
  }

  private static HttpRequest request(String url) {
    return HttpRequest.newBuilder(URI.create(url))
        .timeout(Duration.ofMillis(Call.TIMEOUT_MILLIS))
        .build();
  }

  private int async(String url) throws Exception {
    HttpRequest request = request(url);
    try {
      return client
          .sendAsync(request, BodyHandlers.discarding())
          .thenApply(response -> response.statusCode())
          .get();
    } catch (ExecutionException e) {
      throw (Exception) e.getCause();
    } finally {
      if (!request.headers().map().isEmpty()) {
        throw new IllegalStateException("the request was changed: " + request.headers());
      }
    }
  }
}
