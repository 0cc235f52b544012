package io.gnomon.exporter.sender;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProxyRuleTest {

  @AfterEach
  void clear() {
    System.clearProperty("http.proxyHost");
    System.clearProperty("http.proxyPort");
    System.clearProperty("https.proxyHost");
    System.clearProperty("http.nonProxyHosts");
  }

  private static Proxy proxy(String url) {
    return ProxyRule.of(URI.create(url));
  }

  @Test
  void withoutPropertiesItIsDirect() {
    assertThat(proxy("http://otel:4318")).isSameAs(Proxy.NO_PROXY);
  }

  @Test
  void eachSchemeHasItsOwn() {
    System.setProperty("http.proxyHost", "proxy");
    System.setProperty("http.proxyPort", "3128");

    assertThat(proxy("http://otel:4318").address())
        .isEqualTo(InetSocketAddress.createUnresolved("proxy", 3128));
    assertThat(proxy("https://otel:4318")).isSameAs(Proxy.NO_PROXY);
    System.setProperty("https.proxyHost", "secure");
    assertThat(proxy("https://otel:4318").address())
        .isEqualTo(InetSocketAddress.createUnresolved("secure", 443));
  }

  @Test
  void someHostsAreReachedDirectly() {
    System.setProperty("http.proxyHost", "proxy");
    assertThat(proxy("http://localhost:4318")).isSameAs(Proxy.NO_PROXY);
    assertThat(proxy("http://127.0.0.1:4318")).isSameAs(Proxy.NO_PROXY);
    assertThat(proxy("http://[::1]:4318")).isSameAs(Proxy.NO_PROXY);

    System.setProperty("http.nonProxyHosts", "*.Local|10.*|exact");
    assertThat(proxy("http://otel.local:1")).isSameAs(Proxy.NO_PROXY);
    assertThat(proxy("http://10.1.2.3:1")).isSameAs(Proxy.NO_PROXY);
    assertThat(proxy("http://exact:1")).isSameAs(Proxy.NO_PROXY);
    assertThat(proxy("http://exactly:1").type()).isEqualTo(Proxy.Type.HTTP);
    assertThat(proxy("http://localhost:1").type()).isEqualTo(Proxy.Type.HTTP);
  }
}
