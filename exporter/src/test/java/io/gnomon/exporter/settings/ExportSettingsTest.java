package io.gnomon.exporter.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.core.settings.LayeredSettings;
import io.gnomon.exporter.TestSettings;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ExportSettingsTest {

  @Test
  void defaultsAreThoseOfOpenTelemetryButForHistograms() {
    LayeredSettings reader = TestSettings.reader();
    ExportSettings settings = ExportSettings.read(reader);

    assertThat(settings.metrics().endpoint()).isEqualTo("http://localhost:4318/v1/metrics");
    assertThat(settings.logs().endpoint()).isEqualTo("http://localhost:4318/v1/logs");
    assertThat(settings.traces().endpoint()).isEqualTo("http://localhost:4318/v1/traces");
    assertThat(settings.metrics().exported()).isTrue();
    assertThat(settings.logs().exported()).isTrue();
    assertThat(settings.traces().exported()).isTrue();
    assertThat(settings.metrics().grpc()).isFalse();
    assertThat(settings.metrics().timeoutNanos()).isEqualTo(TimeUnit.SECONDS.toNanos(10));
    assertThat(settings.metrics().compression()).isEqualTo("none");
    assertThat(settings.intervalNanos()).isEqualTo(TimeUnit.SECONDS.toNanos(60));
    assertThat(settings.delta()).isFalse();
    assertThat(settings.explicitBuckets()).isFalse();
    assertThat(settings.problems()).isEmpty();
    assertThat(reader.problems()).isEmpty();
  }

  @Test
  void theGeneralEndpointIsABaseAndTheSignalsOwnIsUsedAsItIs() {
    ExportSettings settings =
        TestSettings.of(
            "otel.exporter.otlp.endpoint", "https://otel:4318/base/",
            "otel.exporter.otlp.logs.endpoint", "http://loki:3100/otlp");

    assertThat(settings.metrics().endpoint()).isEqualTo("https://otel:4318/base/v1/metrics");
    assertThat(settings.logs().endpoint()).isEqualTo("http://loki:3100/otlp");
  }

  @Test
  void grpcHasItsOwnPortAndNoPath() {
    ExportSettings settings =
        TestSettings.of(
            "otel.exporter.otlp.protocol", "grpc",
            "otel.exporter.otlp.logs.protocol", "http/protobuf");

    assertThat(settings.metrics().grpc()).isTrue();
    assertThat(settings.metrics().endpoint()).isEqualTo("http://localhost:4317");
    assertThat(settings.logs().grpc()).isFalse();
    assertThat(settings.logs().endpoint()).isEqualTo("http://localhost:4318/v1/logs");
  }

  @Test
  void aSignalsOwnValuesWin() {
    ExportSettings settings =
        TestSettings.of(
            "otel.exporter.otlp.timeout", "3000",
            "otel.exporter.otlp.logs.timeout", "2s",
            "otel.exporter.otlp.compression", "gzip",
            "otel.exporter.otlp.logs.compression", "none",
            "otel.exporter.otlp.headers", "a=1",
            "otel.exporter.otlp.logs.headers", "b=2",
            "otel.exporter.otlp.traces.timeout", "4s",
            "otel.exporter.otlp.traces.protocol", "grpc",
            "otel.exporter.otlp.traces.endpoint", "http://tempo:4317",
            "otel.exporter.otlp.traces.certificate", "ca.pem",
            "otel.exporter.otlp.traces.client.key", "key.pem",
            "otel.exporter.otlp.traces.client.certificate", "client.pem");

    assertThat(settings.metrics().timeoutNanos()).isEqualTo(TimeUnit.SECONDS.toNanos(3));
    assertThat(settings.logs().timeoutNanos()).isEqualTo(TimeUnit.SECONDS.toNanos(2));
    assertThat(settings.metrics().compression()).isEqualTo("gzip");
    assertThat(settings.logs().compression()).isEqualTo("none");
    assertThat(settings.metrics().headers()).containsOnlyKeys("a");
    assertThat(settings.logs().headers()).containsOnlyKeys("b");
    assertThat(settings.traces().timeoutNanos()).isEqualTo(TimeUnit.SECONDS.toNanos(4));
    assertThat(settings.traces().grpc()).isTrue();
    assertThat(settings.traces().endpoint()).isEqualTo("http://tempo:4317");
    assertThat(settings.traces().compression()).isEqualTo("gzip");
    assertThat(settings.traces().headers()).containsOnlyKeys("a");
    assertThat(settings.traces().certificate()).isEqualTo("ca.pem");
    assertThat(settings.traces().clientKey()).isEqualTo("key.pem");
    assertThat(settings.traces().clientCertificate()).isEqualTo("client.pem");
  }

  @Test
  void anUnusableEndpointIsToldOnceWithoutItsText() {
    ExportSettings settings =
        TestSettings.of("otel.exporter.otlp.endpoint", "user:secret@host:4318");

    assertThat(settings.metrics().endpoint()).isEqualTo("http://localhost:4318/v1/metrics");
    assertThat(settings.problems()).hasSize(1);
    assertThat(settings.problems().get(0))
        .contains("otel.exporter.otlp.endpoint")
        .doesNotContain("secret");
  }

  @Test
  void anEndpointIsPrintedWithoutSecrets() {
    ExportSettings settings =
        TestSettings.of(
            "otel.exporter.otlp.metrics.endpoint", "https://user:secret@host:1/v1?token=secret");

    assertThat(settings.metrics().printableEndpoint()).isEqualTo("https://host:1/v1");
  }

  @Test
  void theSdkDisabledExportsNothing() {
    ExportSettings settings = TestSettings.of("otel.sdk.disabled", "true");

    assertThat(settings.metrics().exported()).isFalse();
    assertThat(settings.logs().exported()).isFalse();
    assertThat(settings.traces().exported()).isFalse();
  }

  @Test
  void resourceAttributesArePercentDecoded() {
    ExportSettings settings =
        TestSettings.of(
            "otel.resource.attributes", " team = a%2Cb+c , broken,=x, p=100%, e=%C3%A4");

    assertThat(settings.resourceAttributes())
        .containsEntry("team", "a,b+c")
        .containsEntry("p", "100%")
        .containsEntry("e", "\u00e4")
        .hasSize(3);
  }

  @Test
  void lowMemoryIsDelta() {
    assertThat(
            TestSettings.of("otel.exporter.otlp.metrics.temporality.preference", "LowMemory")
                .delta())
        .isTrue();
  }

  @Test
  void everySettingIsListedOnce() {
    assertThat(ExportSettings.all()).hasSize(8 + 4 * 8).doesNotHaveDuplicates();
  }

  @Test
  void aTransportThatIsNotKnownIsToldAndTheGeneralOneUsed() {
    LayeredSettings reader =
        TestSettings.reader("otel.exporter.otlp.metrics.protocol", "http/json");
    ExportSettings settings = ExportSettings.read(reader);

    assertThat(settings.metrics().grpc()).isFalse();
    assertThat(reader.problems()).hasSize(1);
    assertThat(reader.problems().get(0))
        .contains("expected one of general, http/protobuf, grpc; using general");
  }
}
