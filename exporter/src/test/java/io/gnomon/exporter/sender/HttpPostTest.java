package io.gnomon.exporter.sender;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.core.metrics.Snapshots;
import io.gnomon.exporter.Recorder;
import io.gnomon.exporter.TestSettings;
import io.gnomon.exporter.data.MetricBatches;
import io.gnomon.exporter.data.Origin;
import io.opentelemetry.sdk.resources.Resource;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Our own HTTP against a server that says anything. */
class HttpPostTest {

  private RawServer server;
  private MetricEndpoint endpoint;

  @BeforeEach
  void start() throws IOException {
    server = new RawServer();
    endpoint = endpoint("http://127.0.0.1:" + server.port());
  }

  @AfterEach
  void stop() throws IOException {
    endpoint.close();
    server.close();
    System.clearProperty("http.proxyHost");
    System.clearProperty("http.proxyPort");
    System.clearProperty("https.proxyHost");
    System.clearProperty("https.proxyPort");
  }

  private static MetricEndpoint endpoint(String url) {
    return new MetricEndpoint(
        TestSettings.of(
                "otel.exporter.otlp.endpoint", url, "otel.exporter.otlp.headers", "x-a=1,x-b=2")
            .metrics(),
        HttpPostTest.class::getClassLoader,
        new Recorder());
  }

  private Outcome send() {
    return endpoint.send(
        new MetricBatches(new Origin(Resource.empty(), "1"), false, false)
            .next(List.of(Snapshots.counter(1, 1)), 2));
  }

  private String head(int request) {
    return server.requests().get(request).head();
  }

  private int connection(int request) {
    return server.requests().get(request).connection();
  }

  @Test
  void aRequestSaysAllThatItHasTo() {
    server.answer(RawServer.OK);
    assertThat(send().kind()).isEqualTo(Outcome.Kind.ACCEPTED);

    assertThat(head(0))
        .startsWith("POST /v1/metrics HTTP/1.1\r\n")
        .contains("\r\nHost: 127.0.0.1:" + server.port() + "\r\n")
        .contains("\r\nContent-Type: application/x-protobuf\r\n")
        .contains("\r\nx-a: 1\r\n")
        .contains("\r\nx-b: 2\r\n")
        .contains("\r\nConnection: close\r\n")
        .containsPattern("\r\nContent-Length: [1-9][0-9]*\r\n");
  }

  @Test
  void requestsThatFollowOneAnotherShareAConnection() {
    server.answer(RawServer.OK, RawServer.OK, RawServer.OK, RawServer.OK);
    for (int i = 0; i < 4; i++) {
      assertThat(send().kind()).isEqualTo(Outcome.Kind.ACCEPTED);
    }

    assertThat(head(1)).doesNotContain("Connection:");
    assertThat(connection(1)).as("the first was to be closed").isEqualTo(2);
    assertThat(connection(2)).isEqualTo(2);
    assertThat(connection(3)).isEqualTo(2);
  }

  @Test
  void anEndpointThatClosesIsObeyed() {
    String closing = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    String old = "HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n";
    String unended = "HTTP/1.1 200 OK\r\n\r\n" + RawServer.CLOSE;
    server.answer(RawServer.OK, closing, old, unended, RawServer.OK);
    for (int i = 0; i < 5; i++) {
      assertThat(send().kind()).isEqualTo(Outcome.Kind.ACCEPTED);
      assertThat(connection(i)).isEqualTo(i + 1);
    }
  }

  @Test
  void aConnectionThatWasClosedMeanwhileIsMadeAnewAtOnce() {
    server.answer(RawServer.OK, RawServer.OK + RawServer.CLOSE, RawServer.OK);
    for (int i = 0; i < 3; i++) {
      assertThat(send().kind()).isEqualTo(Outcome.Kind.ACCEPTED);
    }
    assertThat(connection(2)).isEqualTo(3);
  }

  @Test
  void anAnswerThatBreaksOffIsNotAskedForAgain() {
    server.answer(
        RawServer.OK,
        RawServer.OK,
        "HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\nabc" + RawServer.CLOSE);
    send();
    send();
    Outcome outcome = send();

    assertThat(outcome.kind()).isEqualTo(Outcome.Kind.RETRY);
    assertThat(outcome.reason()).contains("closed the connection");
    assertThat(server.requests()).hasSize(3);
  }

  @Test
  void chunksInterimAnswersAndTrailersAreRead() {
    String chunked =
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 400 Nope\r\nTransfer-Encoding: chunked\r\n\r\n"
            + "3;x=y\r\nabc\r\n10\r\n0123456789abcdef\r\n0\r\nTrailer: t\r\n\r\n";
    server.answer(RawServer.OK, chunked, RawServer.OK);
    send();
    Outcome refused = send();

    assertThat(refused.kind()).isEqualTo(Outcome.Kind.REJECTED);
    assertThat(refused.reason()).isEqualTo("HTTP status 400: Nope");
    assertThat(send().kind()).isEqualTo(Outcome.Kind.ACCEPTED);
    assertThat(connection(2)).as("nothing is left over").isEqualTo(connection(1));
  }

  @Test
  void anAnswerWithoutABodyMayTellOfOne() {
    server.answer(
        RawServer.OK, "HTTP/1.1 204 No Content\r\nContent-Length: 9\r\n\r\n", RawServer.OK);
    send();
    assertThat(send().kind()).isEqualTo(Outcome.Kind.ACCEPTED);
    assertThat(send().kind()).isEqualTo(Outcome.Kind.ACCEPTED);
    assertThat(connection(2)).isEqualTo(connection(1));
  }

  @Test
  void aLongAnswerIsNotReadToItsEnd() {
    String body = "x".repeat(AnswerReader.MAX_BODY_BYTES + 1);
    server.answer(
        RawServer.OK,
        "HTTP/1.1 400 No\r\nContent-Length: " + body.length() + "\r\n\r\n" + body,
        RawServer.OK);
    send();
    assertThat(send().kind()).isEqualTo(Outcome.Kind.REJECTED);
    assertThat(send().kind()).isEqualTo(Outcome.Kind.ACCEPTED);
    assertThat(connection(2)).as("the rest is of no use").isNotEqualTo(connection(1));
  }

  @Test
  void whatIsNoHttpIsTriedAgainLater() {
    server.answer(
        "SSH-2.0-OpenSSH\r\n",
        "HTTP/1.1 abc\r\n\r\n",
        "HTTP/1.1 200 OK\r\n" + "a: b\r\n".repeat(1_000) + "\r\n",
        "HTTP/1.1 200 OK\r\na: " + "b".repeat(HttpLine.MAX_LINE) + "\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        RawServer.OK);
    for (int i = 0; i < 5; i++) {
      assertThat(send().kind()).isEqualTo(Outcome.Kind.RETRY);
    }
    assertThat(send().kind()).isEqualTo(Outcome.Kind.ACCEPTED);
  }

  @Test
  void aProxyIsToldTheWholeAddress() {
    System.setProperty("http.proxyHost", "127.0.0.1");
    System.setProperty("http.proxyPort", Integer.toString(server.port()));
    endpoint = endpoint("http://collector.invalid:4318");
    server.answer(RawServer.OK);

    assertThat(send().kind()).isEqualTo(Outcome.Kind.ACCEPTED);
    assertThat(head(0))
        .startsWith("POST http://collector.invalid:4318/v1/metrics HTTP/1.1\r\n")
        .contains("\r\nHost: collector.invalid:4318\r\n");
  }

  @Test
  void aProxyMakesATunnelForTls() {
    System.setProperty("https.proxyHost", "127.0.0.1");
    System.setProperty("https.proxyPort", Integer.toString(server.port()));
    endpoint = endpoint("https://collector.invalid");
    server.answer("HTTP/1.1 405 No\r\nConnection: close\r\n\r\n" + RawServer.CLOSE);

    Outcome outcome = send();
    assertThat(outcome.kind()).isEqualTo(Outcome.Kind.RETRY);
    assertThat(outcome.reason()).contains("proxy").contains("405");
    assertThat(head(0))
        .isEqualTo("CONNECT collector.invalid:443 HTTP/1.1\r\nHost: collector.invalid:443\r\n\r\n");
  }
}
