package io.gnomon.core.paths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathPatternTest {

  @ParameterizedTest
  @CsvSource({
    "/health, /health",
    "/, /",
    "/checkout/**, /checkout",
    "/checkout/**, /checkout/",
    "/checkout/**, /checkout/cart/2",
    "/checkout/*, /checkout/cart",
    "/checkout/*, /checkout/",
    "/order/{id}, /order/{id}",
    "/order/*/items, /order/{id}/items",
    "/**, /",
    "/**, /a/b",
    "**, /a/b",
    "*.css, site.css",
    "**.css, /a/b/site.css",
    "/**/*.css, /a/b/site.css",
    "/a*/b*c, /ax/bxxc",
    "/a/**/z/**, /a/b/c/z",
    "/a/**/z/**, /a/b/c/z/y",
    "/a/**/b*d/e, /a/x/bc/b1d/e",
    "/api/*/**, /api/v1/users"
  })
  void matches(String pattern, String path) {
    assertThat(PathPattern.of(pattern).matches(path)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "/health, /healthy",
    "/health, /Health",
    "/health, /health/",
    "/checkout/**, /checkouts",
    "/checkout/**, /checkou",
    "/checkout/*, /checkout/cart/2",
    "/checkout/*, /checkout",
    "/order/*/items, /order/a/b/items",
    "*.css, /a/site.css",
    "/a*/b, /a/x/b",
    "/a/**/z, /a/b/c/y",
    "/a/**/b*d/e, /a/x/bc/dd/e"
  })
  void doesNotMatch(String pattern, String path) {
    assertThat(PathPattern.of(pattern).matches(path)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "health", "{id}"})
  void whatDoesNotBeginAsAPathIsRefused(String text) {
    assertThatThrownBy(() -> PathPattern.of(text)).hasMessageContaining("/");
  }

  @Test
  void aPatternThatIsTooLongIsRefused() {
    String text = "/" + "a".repeat(PathPattern.MAX_LENGTH);
    assertThatThrownBy(() -> PathPattern.of(text)).hasMessageContaining("1000");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/actuator/../checkout",
        "/actuator/..",
        "/actuator/./x",
        "/actuator//x",
        "//actuator/x",
        "/actuator/%2e%2e/checkout",
        "/actuator/;v=1",
        "/actuator/..\\checkout"
      })
  void aPathThatCanBeReadInTwoWaysHidesBehindNoPattern(String path) {
    assertThat(new PathPatterns(List.of(PathPattern.of("/**"))).matchSent(path)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/actuator",
        "/actuator/health",
        "/actuator/",
        "/actuator/.well-known",
        "/actuator/a.b"
      })
  void aPlainPathIsMatchedAsItWasSent(String path) {
    PathPatterns patterns =
        new PathPatterns(List.of(PathPattern.of("/health"), PathPattern.of("/actuator/**")));
    assertThat(patterns.matchSent(path)).isTrue();
    assertThat(patterns.matchSent("/other")).isFalse();
  }

  @Test
  void aPathThatIsTooLongHidesBehindNoPattern() {
    PathPatterns all = new PathPatterns(List.of(PathPattern.of("/**")));
    assertThat(all.matchSent("/" + "a".repeat(PathPattern.MAX_LENGTH - 1))).isTrue();
    assertThat(all.matchSent("/" + "a".repeat(PathPattern.MAX_LENGTH))).isFalse();
  }
}
