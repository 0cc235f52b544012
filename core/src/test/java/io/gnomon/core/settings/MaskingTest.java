package io.gnomon.core.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "http://localhost:4318              | http://localhost:4318",
        "http://user:pw@host:4318/v1        | http://***@host:4318/v1",
        "http://token@host                  | http://***@host",
        "http://user:p/w@x@host             | http://***@host",
        "user:pw@host:4318                  | ***@host:4318",
        "see http://u:p@a and http://v:q@b  | see http://***@a and http://***@b",
        "someone@example.org                | someone@example.org",
        "plain                              | plain",
      })
  void userInfoOfUrls(String text, String masked) {
    Setting<String> endpoint = Setting.text("otel.exporter.otlp.endpoint", "", "Where to.");

    assertThat(endpoint.printable(text)).isEqualTo(masked);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "api-key=abc                | api-key=***",
        "api-key=abc, x.y_z=d e     | api-key=***,x.y_z=***",
        "abc                        | ***",
        "Authorization=Basic YQ,Yg==| Authorization=***,***",
        "a b=c                      | ***",
        "a=                         | ***",
        "=abc                       | ***",
      })
  void valuesOfHeaders(String text, String masked) {
    assertThat(Setting.list("otel.exporter.otlp.headers", "", "Headers.").printable(text))
        .isEqualTo(masked);
  }

  @Test
  void aSecretTextIsMaskedWholeAndAnEmptyOneIsSeenToBeEmpty() {
    Setting<String> secret = Setting.text("gnomon.x", "", "A text.").secret();

    assertThat(secret.printable("key=value")).isEqualTo("***");
    assertThat(secret.printable("")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "otel.exporter.otlp.headers",
        "otel.exporter.otlp.traces.headers",
        "otel.exporter.otlp.client.key",
        "gnomon.api-key",
        "gnomon.Password",
        "gnomon.client-secret"
      })
  void namesThatAreSecretUnasked(String name) {
    assertThat(Setting.text(name, "", "A secret.").isSecret()).isTrue();
  }

  @Test
  void whatIsPrintedIsOneBoundedLine() {
    Setting<String> text = Setting.text("gnomon.x", "", "A text.");

    assertThat(text.printable("a\nb\r\u001b[1m\u2028")).isEqualTo("a?b??[1m?");
    assertThat(text.printable("x".repeat(5_000))).hasSize(Masking.MAX_CHARS + 3).endsWith("...");
  }
}
