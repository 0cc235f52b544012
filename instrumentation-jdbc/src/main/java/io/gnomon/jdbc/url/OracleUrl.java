package io.gnomon.jdbc.url;

import io.gnomon.core.query.Database;
import org.jspecify.annotations.Nullable;

/**
 * {@code thin:[user/password]@} and then {@code [//]host[:port]/service}, {@code host:port:sid}, a
 * descriptor in parentheses, or an alias.
 */
final class OracleUrl {

  private OracleUrl() {}

  static Database parse(UrlScheme scheme, String rest) {
    String target = rest.substring(0, UrlText.indexOfAny(rest, "?", 0));
    int at = target.lastIndexOf('@');
    if (at < 0 || (rest.length() > target.length() && rest.lastIndexOf('@') > at && !plain(rest))) {
      return JdbcUrl.onlySystem(scheme);
    }
    target = withoutBlanks(target.substring(at + 1));
    if (target.startsWith("(")) {
      return ofDescriptor(scheme, target);
    }
    int slashes = target.indexOf("//");
    return ofAddress(scheme, slashes < 0 ? target : target.substring(slashes + 2), slashes >= 0);
  }

  private static Database ofAddress(UrlScheme scheme, String target, boolean certainlyAddress) {
    int slash = UrlText.indexOfAny(target, "/", 0);
    String authority = target.substring(0, slash);
    String service = slash < target.length() ? target.substring(slash + 1) : null;
    if (service == null) {
      int colon = authority.indexOf(':');
      int second = colon < 0 ? -1 : authority.indexOf(':', colon + 1);
      if (colon < 0 && !certainlyAddress) {
        return new Database(scheme.systemName, UrlText.name(authority), null, 0);
      }
      if (second > 0 && !authority.startsWith("[")) {
        service = authority.substring(second + 1);
        authority = authority.substring(0, second);
      }
    }
    HostPort server = HostPort.of(authority);
    if (server.odd) {
      return JdbcUrl.onlySystem(scheme);
    }
    return JdbcUrl.database(scheme, service(service), server.host, server);
  }

  private static @Nullable String service(@Nullable String text) {
    return text == null ? null : UrlText.name(text.substring(0, UrlText.indexOfAny(text, ":/", 0)));
  }

  private static Database ofDescriptor(UrlScheme scheme, String descriptor) {
    HostPort server = HostPort.of(descriptor);
    if (server.odd) {
      return JdbcUrl.onlySystem(scheme);
    }
    String service = UrlText.inParentheses(descriptor, "service_name");
    String sid = UrlText.inParentheses(descriptor, "sid");
    return JdbcUrl.database(
        scheme, UrlText.name(service == null ? sid : service), server.host, server);
  }

  /** Whether what follows the question mark is options, so that an @ there is part of a value. */
  private static boolean plain(String rest) {
    int question = rest.indexOf('?');
    int equals = rest.indexOf('=', question);
    return equals > question && rest.indexOf('@', question) > equals;
  }

  private static String withoutBlanks(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > ' ') {
        kept.append(text.charAt(i));
      }
    }
    return kept.toString();
  }
}
