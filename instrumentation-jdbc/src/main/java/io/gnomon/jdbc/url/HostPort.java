package io.gnomon.jdbc.url;

import org.jspecify.annotations.Nullable;

/** The first host of an authority, and its port. Immutable. */
final class HostPort {

  /** What an authority that can't be understood is read as. */
  static final HostPort ODD = new HostPort(null, 0, true);

  final @Nullable String host;
  final int port;
  final boolean odd;

  private HostPort(@Nullable String host, int port, boolean odd) {
    this.host = host;
    this.port = port;
    this.odd = odd;
  }

  /** Reads {@code [user[:password]@]host[:port][,...]}; an empty host gives null. */
  static HostPort of(String authority) {
    String hosts = authority.substring(authority.lastIndexOf('@') + 1);
    if (hosts.indexOf('(') >= 0) {
      return ofAddress(hosts);
    }
    String first = hosts.substring(0, UrlText.indexOfAny(hosts, ",", 0));
    if (first.startsWith("[")) {
      int close = first.indexOf(']');
      return close < 0 ? ODD : of(first.substring(1, close), first.substring(close + 1));
    }
    int colon = UrlText.indexOfAny(first, ":", 0);
    return of(first.substring(0, colon), first.substring(colon));
  }

  private static HostPort ofAddress(String address) {
    String host = UrlText.inParentheses(address, "host");
    String port = UrlText.inParentheses(address, "port");
    return host == null ? ODD : of(host, port == null ? "" : ":" + port);
  }

  private static HostPort of(String host, String colonAndPort) {
    int port = 0;
    if (colonAndPort.length() > 1) {
      port = colonAndPort.charAt(0) == ':' ? UrlText.port(colonAndPort.substring(1)) : -1;
    }
    String valid = UrlText.host(host);
    return port < 0 || (valid == null && !host.isEmpty()) ? ODD : new HostPort(valid, port, false);
  }
}
