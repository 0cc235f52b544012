package io.gnomon.exporter.sender;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.core.metrics.Snapshots;
import io.gnomon.exporter.Collector;
import io.gnomon.exporter.Recorder;
import io.gnomon.exporter.TestSettings;
import io.gnomon.exporter.data.MetricBatches;
import io.gnomon.exporter.data.Origin;
import io.opentelemetry.sdk.resources.Resource;
import java.io.IOException;
import java.net.Authenticator;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an application sets for all of its own connections does not reach ours. */
class IsolationTest {

  private final AtomicInteger asked = new AtomicInteger();
  private ProxySelector selectorBefore;

  @BeforeEach
  void setTheApplicationsOwn() {
    selectorBefore = ProxySelector.getDefault();
    ProxySelector.setDefault(
        new ProxySelector() {
          @Override
          public List<Proxy> select(URI uri) {
            asked.incrementAndGet();
            return List.of(Proxy.NO_PROXY);
          }

          @Override
          public void connectFailed(URI uri, SocketAddress address, IOException failure) {
            asked.incrementAndGet();
          }
        });
    Authenticator.setDefault(
        new Authenticator() {
          @Override
          protected PasswordAuthentication getPasswordAuthentication() {
            asked.incrementAndGet();
            return new PasswordAuthentication("user", "password".toCharArray());
          }
        });
  }

  @AfterEach
  void unset() {
    ProxySelector.setDefault(selectorBefore);
    Authenticator.setDefault(null);
  }

  @Test
  void neitherProxySelectorNorAuthenticatorIsAsked() throws IOException {
    try (Collector collector = Collector.start()) {
      collector.answer(Collector.status(401, "WWW-Authenticate", "Basic realm=\"otel\""));
      MetricEndpoint endpoint =
          new MetricEndpoint(
              TestSettings.of("otel.exporter.otlp.endpoint", collector.url()).metrics(),
              IsolationTest.class::getClassLoader,
              new Recorder());
      Outcome outcome =
          endpoint.send(
              new MetricBatches(new Origin(Resource.empty(), "1"), false, false)
                  .next(List.of(Snapshots.counter(1, 1)), 2));

      assertThat(outcome.kind()).isEqualTo(Outcome.Kind.REJECTED);
      assertThat(outcome.reason()).contains("401");
      assertThat(collector.received()).hasSize(1);
      assertThat(collector.last().header("Authorization")).isEmpty();
      assertThat(asked).hasValue(0);
    }
  }
}
