package io.gnomon.jdbc.url;

import io.gnomon.core.query.Database;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * {@code thin:[user/password]@} and then {@code [tcps:][//]host[:port][,host..]/service}, {@code
 * host:port:sid}, a descriptor in parentheses, an entry of a directory, or an alias.
 */
final class OracleUrl {

  private OracleUrl() {}

  static Database parse(UrlScheme scheme, String rest) {
    int descriptor = rest.lastIndexOf("@(");
    if (descriptor >= 0 && rest.trim().endsWith(")")) {
      return ofDescriptor(scheme, withoutBlanks(rest.substring(descriptor + 1)));
    }
    String target = rest.substring(0, UrlText.indexOfAny(rest, "?", 0));
    int at = target.lastIndexOf('@');
    if (at < 0 || mayCutAPassword(rest, at, target.length())) {
      return JdbcUrl.onlySystem(scheme);
    }
    target = withoutBlanks(target.substring(at + 1));
    if (target.startsWith("(")) {
      return ofDescriptor(scheme, target);
    }
    if (UrlText.startsWith(target, "ldap")) {
      return ofDirectory(scheme, target);
    }
    int slashes = target.indexOf("//");
    if (slashes > 0 && UrlText.startsWith(target, "config-")) {
      return JdbcUrl.onlySystem(scheme);
    }
    return ofAddress(scheme, slashes < 0 ? target : target.substring(slashes + 2), slashes >= 0);
  }

  private static Database ofAddress(UrlScheme scheme, String target, boolean certainlyAddress) {
    int slash = UrlText.indexOfAny(target, "/", 0);
    String authority = target.substring(0, slash);
    String service = slash < target.length() ? target.substring(slash + 1) : null;
    if (service == null && !authority.startsWith("[")) {
      int colon = authority.indexOf(':');
      int second = colon < 0 ? -1 : authority.indexOf(':', colon + 1);
      if (colon < 0 && !certainlyAddress) {
        return new Database(scheme.systemName, UrlText.name(authority), null, 0);
      }
      if (second > 0) {
        service = authority.substring(second + 1);
        authority = authority.substring(0, second);
      }
    }
    HostPort server = HostPort.of(authority.substring(0, UrlText.indexOfAny(authority, ";", 0)));
    if (server.odd) {
      return JdbcUrl.onlySystem(scheme);
    }
    return JdbcUrl.database(scheme, service(service), server.host, server);
  }

  private static @Nullable String service(@Nullable String text) {
    return text == null ? null : UrlText.name(text.substring(0, UrlText.indexOfAny(text, ":/", 0)));
  }

  /** {@code ldap://directory/[cn=]service,cn=..}: the host is the directory's. */
  private static Database ofDirectory(UrlScheme scheme, String target) {
    int path = target.indexOf('/', target.indexOf("//") + 2);
    if (path < 0) {
      return JdbcUrl.onlySystem(scheme);
    }
    String entry = target.substring(path + 1, UrlText.indexOfAny(target, ",", path));
    String name = UrlText.startsWith(entry, "cn=") ? entry.substring("cn=".length()) : entry;
    return new Database(scheme.systemName, UrlText.name(name), null, 0);
  }

  private static Database ofDescriptor(UrlScheme scheme, String descriptor) {
    String data = first(descriptor, "(connect_data=");
    String service = UrlText.inParentheses(data, "service_name");
    String sid = UrlText.inParentheses(data, "sid");
    String namespace = UrlText.name(service == null ? sid : service);
    HostPort server = HostPort.ofAddress(first(descriptor, "(address="));
    return server.odd
        ? new Database(scheme.systemName, namespace, null, 0)
        : JdbcUrl.database(scheme, namespace, server.host, server);
  }

  /** From the first of several up to the second one, which may say what the first one does not. */
  private static String first(String descriptor, String lowerCaseOpening) {
    String lower = descriptor.toLowerCase(Locale.ROOT);
    int first = lower.indexOf(lowerCaseOpening);
    if (first < 0) {
      return descriptor;
    }
    int second = lower.indexOf(lowerCaseOpening, first + 1);
    return descriptor.substring(first, second < 0 ? descriptor.length() : second);
  }

  /**
   * Whether an {@code @} follows a question mark that may be in a password: it is part of a value
   * only where no user can be before.
   */
  private static boolean mayCutAPassword(String rest, int at, int question) {
    int next = rest.indexOf('@', question);
    if (next < 0) {
      return false;
    }
    int equals = rest.indexOf('=', question);
    return equals < 0 || equals > next || rest.charAt(Math.max(at - 1, 0)) != ':';
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
