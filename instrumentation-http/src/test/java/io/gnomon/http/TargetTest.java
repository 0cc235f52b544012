package io.gnomon.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetTest {

  @ParameterizedTest
  @CsvSource({
    "http, shop, -1, /a, http://shop/a",
    "HTTP, Shop, 80, /a, http://shop/a",
    "https, shop, 0, /a, https://shop/a",
    "https, shop, 443, /a, https://shop/a",
    "https, shop, 8443, /a?card=4111, https://shop:8443/a",
    "http, ::1, 8080, /a#x, http://[::1]:8080/a",
    "http, [::1], 8080, /, http://[::1]:8080/",
    "http, shop, 80, a/b, http://shop/a/b",
    "http, shop, 80, http://user:secret@shop/a?b=c, http://shop/a",
    "http, shop, 80, http://user:secret@shop, http://shop/",
    "http, shop, 80, http://shop?next=https://idp/SECRET, http://shop/",
    "http, shop, 80, http://user:pw@shop/a?next=https://idp/SECRET, http://shop/a",
    "http, ::1, 80, http://[::1]?u=/SECRET, http://[::1]/",
    "http, shop, 80, /a;jsessionid=SECRET/b;v=1;w?c, http://shop/a/b",
    "http, shop, 80, ?u=/SECRET, http://shop/",
    "http, shop, 80, '', http://shop/",
    "http, shop, 80, *, http://shop/*",
  })
  void tellsWhereItWentWithoutCredentialsParametersAndQuery(
      String scheme, String host, int port, String path, String url) {
    assertThat(Target.of(scheme, host, port).url(path)).isEqualTo(url);
  }

  @Test
  void textsAreBounded() {
    String endless = "a".repeat(10_000);
    assertThat(Target.of("http", endless, 1).host()).hasSize(Target.MAX_HOST_LENGTH);
    assertThat(Target.bounded(endless, 100)).hasSize(100);
    assertThat(Target.bounded("/a", 100)).isEqualTo("/a");
  }

  @Test
  void whatIsNotKnownIsNamedSo() {
    Target unknown = Target.of("ftp", null, -1);
    assertThat(unknown.scheme()).isEqualTo("_OTHER");
    assertThat(unknown.host()).isEqualTo("_OTHER");
    assertThat(unknown.url(null)).isEqualTo("_OTHER://_OTHER/");
  }
}
