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
    calls.put(
        "jdk",
        (url, headers) ->
            client.send(request(url, headers), BodyHandlers.discarding()).statusCode());
    calls.put("jdk-async", this::async);
  }

  private static HttpRequest request(String url, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofMillis(Call.TIMEOUT_MILLIS));
    headers.forEach(request::header);
    return request.build();
  }

  private int async(String url, Map<String, String> headers) throws Exception {
    HttpRequest request = request(url, headers);
    try {
      return client
          .sendAsync(request, BodyHandlers.discarding())
          .thenApply(response -> response.statusCode())
          .get();
    } catch (ExecutionException e) {
      throw (Exception) e.getCause();
    } finally {
      if (request.headers().map().size() != headers.size()) {
        throw new IllegalStateException("the request was changed: " + request.headers());
      }
    }
  }
}
