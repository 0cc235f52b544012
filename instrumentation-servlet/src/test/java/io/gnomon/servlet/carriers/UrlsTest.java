package io.gnomon.servlet.carriers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrlsTest {

  @ParameterizedTest
  @CsvSource({
    "/a/b, /a/b",
    "/a%20b/%E2%82%AC, /a%20b/%E2%82%AC",
    "/a;jsessionid=5E55/b;x=1?q=1, /a/b",
    "/a?b=/c, /a",
    "/a#b, /a",
    "http://host:80/a?b, /a",
    "http://host,",
    "http://host?u=/secret,",
    "http://shop?next=https://idp/SECRET,",
    "http://user:pw@[::1]:80/a;x/b;y?z, /a/b",
    "*, *",
    "host:443, host:443",
    "/?u=http://x/y, /"
  })
  void thePathIsWithoutQueryAndPathParameters(String url, String path) {
    assertThat(Urls.path(url)).isEqualTo(path);
  }

  @Test
  void bothAreBounded() {
    String many = "/" + "x".repeat(5_000);
    assertThat(Urls.path(many)).hasSize(Urls.MAX_LENGTH);
    assertThat(Urls.query("a=" + many, FactSettings.Query.FULL)).hasSize(Urls.MAX_LENGTH);
    assertThat(Urls.query("a=1&".repeat(1_000), FactSettings.Query.REDACTED))
        .hasSize(Urls.MAX_LENGTH);
  }

  @ParameterizedTest
  @CsvSource({
    "a=1&b=2, a=REDACTED&b=REDACTED",
    "secret, REDACTED",
    "a=b=c, a=REDACTED",
    "=secret, =REDACTED",
    "a=1&&b, a=REDACTED&&REDACTED",
    "a&b=1, REDACTED&b=REDACTED"
  })
  void valuesAreHidden(String query, String told) {
    assertThat(Urls.query(query, FactSettings.Query.REDACTED)).isEqualTo(told);
  }

  @ParameterizedTest
  @CsvSource({
    "a=1&b, a=1&b",
    "AWSAccessKeyId=1&Signature=2&sig=3&X-Goog-Signature=4,"
        + " AWSAccessKeyId=REDACTED&Signature=REDACTED&sig=REDACTED&X-Goog-Signature=REDACTED",
    "signal=1&sig=2, signal=1&sig=REDACTED"
  })
  void signaturesAreHiddenEvenIfAllIsTold(String query, String told) {
    assertThat(Urls.query(query, FactSettings.Query.FULL)).isEqualTo(told);
  }

  @Test
  void nothingIsToldIfNotAskedFor() {
    assertThat(Urls.query("a=1", FactSettings.Query.OFF)).isNull();
    assertThat(Urls.query(null, FactSettings.Query.FULL)).isNull();
    assertThat(Urls.query("", FactSettings.Query.FULL)).isNull();
    assertThat(Urls.path(null)).isNull();
    assertThat(Urls.queryOf("/a")).isNull();
    assertThat(Urls.queryOf("/a?b?c")).isEqualTo("b?c");
  }
}
