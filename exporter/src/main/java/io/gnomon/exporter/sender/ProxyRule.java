package io.gnomon.exporter.sender;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.util.Locale;
import java.util.StringTokenizer;

/**
 * Which proxy leads to an endpoint, by the JDK's own properties {@code http.proxyHost}, {@code
 * http.proxyPort}, {@code https.proxyHost}, {@code https.proxyPort} and {@code http.nonProxyHosts}.
 * The application's {@code ProxySelector} is not asked: it is the application's code. Proxies that
 * want a password are not served.
 */
final class ProxyRule {

  private static final String DIRECT_BY_DEFAULT = "localhost|127.*|[::1]|0.0.0.0|[::0]";

  private ProxyRule() {}

  static Proxy of(URI endpoint) {
    boolean secure = "https".equalsIgnoreCase(endpoint.getScheme());
    String prefix = secure ? "https." : "http.";
    String host = System.getProperty(prefix + "proxyHost", "");
    String direct = System.getProperty("http.nonProxyHosts", DIRECT_BY_DEFAULT);
    if (host.isEmpty() || matchesAny(endpoint.getHost(), direct)) {
      return Proxy.NO_PROXY;
    }
    int port = Integer.getInteger(prefix + "proxyPort", secure ? 443 : 80);
    return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port));
  }

  /** Patterns are separated by bars; a star stands at the start or the end of one. */
  private static boolean matchesAny(String host, String patterns) {
    String name = host.toLowerCase(Locale.ROOT);
    StringTokenizer tokens = new StringTokenizer(patterns.toLowerCase(Locale.ROOT), "|");
    while (tokens.hasMoreTokens()) {
      if (matches(name, tokens.nextToken().trim())) {
        return true;
      }
    }
    return false;
  }

  private static boolean matches(String name, String pattern) {
    boolean openStart = pattern.startsWith("*");
    boolean openEnd = pattern.length() > 1 && pattern.endsWith("*");
    String fixed = pattern.substring(openStart ? 1 : 0, pattern.length() - (openEnd ? 1 : 0));
    if (openStart && openEnd) {
      return name.contains(fixed);
    }
    if (openStart) {
      return name.endsWith(fixed);
    }
    return openEnd ? name.startsWith(fixed) : name.equals(fixed);
  }
}
