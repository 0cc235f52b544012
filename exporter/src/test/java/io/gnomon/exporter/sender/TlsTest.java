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
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {

  @TempDir Path folder;

  private Path certificate;

  /** A server certificate for an address, its own issuer. */
  private SSLContext server(String address) throws Exception {
    Path store = folder.resolve("store.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "a",
                "-keyalg",
                "EC",
                "-dname",
                "CN=test",
                "-ext",
                "san=ip:" + address,
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                "password")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool.log").toFile())
            .start();
    assertThat(keytool.waitFor()).isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, "password".toCharArray());
    }
    certificate =
        Files.writeString(
            folder.resolve("cert.pem"),
            "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder().encodeToString(keys.getCertificate("a").getEncoded())
                + "\n-----END CERTIFICATE-----\n");
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, "password".toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  private static Outcome send(Collector collector, String trusted) {
    MetricEndpoint endpoint =
        new MetricEndpoint(
            TestSettings.of(
                    "otel.exporter.otlp.endpoint",
                    "https://127.0.0.1:" + collector.port(),
                    "otel.exporter.otlp.certificate",
                    trusted)
                .metrics(),
            () -> {
              throw new IOException();
            },
            new Recorder());
    return endpoint.send(
        new MetricBatches(new Origin(Resource.empty(), "1"), false, false)
            .next(List.of(Snapshots.counter(1, 1)), 2));
  }

  @Test
  void aCertificateFromTheSettingsIsTrusted() throws Exception {
    try (Collector collector = Collector.tls(server("127.0.0.1"))) {
      assertThat(send(collector, certificate.toString()).kind()).isEqualTo(Outcome.Kind.ACCEPTED);
      assertThat(collector.received()).hasSize(1);
    }
  }

  @Test
  void anotherCertificateIsNot() throws Exception {
    try (Collector collector = Collector.tls(server("127.0.0.1"))) {
      Outcome outcome = send(collector, "");
      assertThat(outcome.kind()).isEqualTo(Outcome.Kind.RETRY);
      assertThat(outcome.reason()).contains("SSLHandshakeException");
      assertThat(collector.received()).isEmpty();
    }
  }

  @Test
  void theNameInTheCertificateMustFitWhateverTheApplicationsVerifierSays() throws Exception {
    javax.net.ssl.HostnameVerifier before =
        javax.net.ssl.HttpsURLConnection.getDefaultHostnameVerifier();
    javax.net.ssl.HttpsURLConnection.setDefaultHostnameVerifier((host, session) -> true);
    try (Collector collector = Collector.tls(server("192.0.2.1"))) {
      assertThat(send(collector, certificate.toString()).kind()).isEqualTo(Outcome.Kind.RETRY);
      assertThat(collector.received()).isEmpty();
    } finally {
      javax.net.ssl.HttpsURLConnection.setDefaultHostnameVerifier(before);
    }
  }
}
