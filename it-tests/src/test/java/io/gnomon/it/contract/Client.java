package io.gnomon.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.it.harness.Service;
import io.gnomon.otlpreceiver.OtlpReceiver;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Asks a service for pages. Belongs to one thread. */
final class Client {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Service service;
  private final String contextPath;
  private final OtlpReceiver receiver;

  Client(Service service, String contextPath, OtlpReceiver receiver) {
    this.service = service;
    this.contextPath = contextPath;
    this.receiver = receiver;
  }

  /** The path of a page of the application. */
  String path(String page) {
    return contextPath + page;
  }

  /** Asks for a page, {@link Exchanges#TIMES} times. */
  void pages(String method, String page, int status, String body) throws Exception {
    for (int i = 0; i < Exchanges.TIMES; i++) {
      page(method, page, status, body);
    }
  }

  /** Asks for a page, which has to have this in its body. */
  void page(String method, String page, int status, String body) throws Exception {
    HttpResponse<String> response = send(method, path(page));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(response.body()).contains(body);
  }

  /** Sends a request without a body. */
  HttpResponse<String> send(String method, String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(service.uri(path))
            .timeout(PATIENCE)
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }

  /** A connection of its own. */
  Wire wire() throws IOException {
    return new Wire(service.port());
  }

  /** Opens a WebSocket. */
  WebSocket webSocket(String page, WebSocket.Listener listener) throws Exception {
    URI uri = URI.create("ws://127.0.0.1:" + service.port() + path(page));
    return http.newWebSocketBuilder()
        .buildAsync(uri, listener)
        .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  /** Waits until the agent tells so many requests to be active. */
  void awaitActive(int requests) {
    receiver.await(
        requests + " active requests",
        PATIENCE,
        () -> receiver.sum("http.server.active_requests", Map.of()) == requests);
  }
}
