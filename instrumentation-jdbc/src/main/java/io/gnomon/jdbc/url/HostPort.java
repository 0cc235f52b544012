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

  /**
   * Reads {@code [user[:password]@]host[:port][,...]}, the same in brackets, and lists of {@code
   * address=(host=..)(port=..)} or {@code (host=..,port=..)}; an empty host gives null. Of hosts
   * that each have a user of their own it is the last one: no comma before an {@code @} is certain
   * to be outside of a password.
   */
  static HostPort of(String authority) {
    int parenthesis = authority.indexOf('(');
    int at = authority.lastIndexOf('@', parenthesis < 0 ? authority.length() : parenthesis);
    String hosts = authority.substring(at + 1);
    if (hosts.startsWith("[")) {
      int close = hosts.indexOf(']');
      if (close < 0) {
        return ODD;
      }
      String inside = hosts.substring(1, close);
      return UrlText.indexOfAny(inside, ",(", 0) < inside.length()
          ? of(inside)
          : of(inside, first(hosts.substring(close + 1)));
    }
    if (parenthesis >= 0) {
      boolean address = hosts.startsWith("(") || UrlText.startsWith(hosts, "address=(");
      return address && hosts.endsWith(")") ? ofAddress(first(hosts)) : ODD;
    }
    String first = first(hosts);
    int colon = UrlText.indexOfAny(first, ":", 0);
    return of(first.substring(0, colon), first.substring(colon));
  }

  /** What stands before the first comma that is in no parentheses. */
  private static String first(String list) {
    int depth = 0;
    for (int i = 0; i < list.length(); i++) {
      char c = list.charAt(i);
      if (c == ',' && depth <= 0) {
        return list.substring(0, i);
      }
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    }
    return list;
  }

  /** Reads {@code (host=..)(port=..)}, in which a host may be in brackets. */
  static HostPort ofAddress(String address) {
    String host = UrlText.inParentheses(address, "host");
    String port = UrlText.inParentheses(address, "port");
    return host == null ? ODD : of(withoutBrackets(host), port == null ? "" : ":" + port);
  }

  /** A host and a port that stand by themselves, each null if there is none. */
  static HostPort ofOptions(@Nullable String host, @Nullable String port) {
    return of(host == null ? "" : withoutBrackets(host), port == null ? "" : ":" + port);
  }

  private static String withoutBrackets(String host) {
    return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
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
