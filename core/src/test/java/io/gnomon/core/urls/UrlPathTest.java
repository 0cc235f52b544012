package io.gnomon.core.urls;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrlPathTest {

  private static final int MAX_LENGTH = 100;

  @ParameterizedTest
  @CsvSource({
    "/a/b, /a/b",
    "/a%20b/%E2%82%AC, /a%20b/%E2%82%AC",
    "/a?b=/c, /a",
    "/a#b, /a",
    "/a#b?c, /a",
    "/, /",
    "//a/b, //a/b",
    "*, *",
    "a/b, a/b",
    "host:443, host:443",
    "user:pw@host:443, host:443",
    "http://host:80/a?b, /a",
    "http://user:pw@host:80/a?b, /a",
    "http://user:pw@host,",
    "http://[::1]:8080/a, /a",
    "http://[::1],",
    "http://host,",
    "http://host?q,",
    "http://,",
    "''," // Nothing at all.
  })
  void isWhatIsBetweenHostAndQuery(String text, String path) {
    assertThat(UrlPath.of(text, MAX_LENGTH)).isEqualTo(path);
  }

  @ParameterizedTest
  @CsvSource({
    "http://shop?next=https://idp/SECRET,",
    "http://shop/a?next=https://idp/SECRET, /a",
    "http://shop#https://idp/SECRET,",
    "http://host?u=/secret,",
    "http://host;x?u=/secret,",
    "?next=https://idp/SECRET,",
    "#https://idp/SECRET,",
    "a?next=https://idp/SECRET, a",
    "/a?next=https://idp/SECRET, /a",
    "/?u=http://x/y, /",
    "user:pw@host?u=/secret@x, host",
    "http://user:pw@host?u=/secret@x,"
  })
  void nothingOfTheQueryIsTakenForAPath(String text, String path) {
    assertThat(UrlPath.of(text, MAX_LENGTH)).isEqualTo(path);
  }

  @ParameterizedTest
  @CsvSource({
    "/a;jsessionid=SECRET, /a",
    "/a;jsessionid=5E55/b;x=1;y=2/c?q=1, /a/b/c",
    "/;x/;y, //",
    "http://shop/a;jsessionid=SECRET/b;v=1, /a/b",
    "a;x=1/b, a/b"
  })
  void parametersOfEverySegmentAreLeftOut(String text, String path) {
    assertThat(UrlPath.of(text, MAX_LENGTH)).isEqualTo(path);
  }

  @Test
  void isBounded() {
    assertThat(UrlPath.of("/" + "x".repeat(5_000), MAX_LENGTH)).hasSize(MAX_LENGTH);
    assertThat(UrlPath.of(null, MAX_LENGTH)).isNull();
  }
}
