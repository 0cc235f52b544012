package io.gnomon.jdbc.url;

import io.gnomon.core.query.Database;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code //[user@]host[:port][,...][/database][?options][;options][:options]}. */
final class NetworkUrl {

  private NetworkUrl() {}

  static Database parse(UrlScheme scheme, String rest) {
    int slashes = rest.indexOf("//");
    if (slashes < 0 || slashes > UrlText.indexOfAny(rest, "?;=@", 0)) {
      return withoutAuthority(scheme, rest);
    }
    int start = slashes + 2;
    int end = UrlText.indexOfAny(rest, "/?;#", start);
    HostPort server = server(scheme, rest, start, end);
    if (server.odd || hasStrayAt(rest, end) || mayCutAPassword(scheme, rest, start, end)) {
      return JdbcUrl.onlySystem(scheme);
    }
    String path = "";
    int pathEnd = end;
    if (end < rest.length() && rest.charAt(end) == '/') {
      pathEnd = UrlText.indexOfAny(rest, endOfPath(scheme), end + 1);
      path = rest.substring(end + 1, pathEnd);
    }
    UrlOptions options = UrlOptions.of(scheme, rest, pathEnd, path);
    String namespace = UrlNamespace.of(scheme, path, options);
    return JdbcUrl.database(scheme, namespace, host(scheme, server, options), server);
  }

  /** With IAM, Redshift's URL may name a cluster and a region, which is no address. */
  private static HostPort server(UrlScheme scheme, String rest, int start, int end) {
    String authority = rest.substring(start, end);
    if (scheme == UrlScheme.REDSHIFT && UrlText.startsWith(rest, "iam:")) {
      int colon = UrlText.indexOfAny(authority, ":", 0);
      boolean address = authority.indexOf('.') >= 0 || authority.indexOf('@') >= 0;
      if (!address
          && (colon == authority.length() || UrlText.port(authority.substring(colon + 1)) < 0)) {
        return HostPort.ofOptions(null, null);
      }
    }
    return HostPort.of(authority);
  }

  private static String endOfPath(UrlScheme scheme) {
    boolean colonBeforeOptions = scheme == UrlScheme.DB2 || scheme == UrlScheme.INFORMIX;
    return colonBeforeOptions ? "?;#:" : "?;#";
  }

  /** Null where the URL names what finds the server, and not the server. */
  private static @Nullable String host(UrlScheme scheme, HostPort server, UrlOptions options) {
    if (server.host == null) {
      return scheme.onLocalhost() && options.get("service") == null ? "localhost" : null;
    }
    boolean registry = scheme == UrlScheme.HIVE && options.get("serviceDiscoveryMode") != null;
    return registry ? null : server.host;
  }

  private static Database withoutAuthority(UrlScheme scheme, String rest) {
    boolean known = scheme == UrlScheme.POSTGRESQL || scheme == UrlScheme.DB2;
    if (!known || hasStrayAt(rest, 0)) {
      return JdbcUrl.onlySystem(scheme);
    }
    int end = UrlText.indexOfAny(rest, endOfPath(scheme), 0);
    UrlOptions options = UrlOptions.of(scheme, rest, end, "");
    String name = rest.substring(rest.startsWith("/") ? 1 : 0, end);
    String host = host(scheme, HostPort.ofOptions(null, null), options);
    return new Database(scheme.systemName, UrlNamespace.of(scheme, name, options), host, 0);
  }

  /**
   * Whether what looks like host and port may be user and the beginning of a password: there is a
   * colon, and an {@code @} in the path, or in the options when there is no path or no port, or
   * where no option is that may have one; or there is one before the host as well.
   */
  private static boolean mayCutAPassword(
      UrlScheme scheme, String rest, int start, int endOfAuthority) {
    int at = rest.indexOf('@', endOfAuthority);
    if (at < 0) {
      return false;
    }
    String authority = rest.substring(start, endOfAuthority);
    if (authority.indexOf('@') >= 0 || authority.endsWith(":")) {
      return true;
    }
    boolean path = endOfAuthority < rest.length() && rest.charAt(endOfAuthority) == '/';
    int end = path ? UrlText.indexOfAny(rest, endOfPath(scheme), endOfAuthority) : rest.length();
    return authority.indexOf(':') >= 0 && (at < end || hasOddOption(rest, end));
  }

  /** Whether an {@code @} stands in the value of an option that names no user and no password. */
  private static boolean hasOddOption(String rest, int from) {
    for (int at = rest.indexOf('@', from); at >= 0; at = rest.indexOf('@', at + 1)) {
      int equals = rest.lastIndexOf('=', at);
      int key = equals;
      while (key > from && "?&;:#".indexOf(rest.charAt(key - 1)) < 0) {
        key--;
      }
      int slash = rest.indexOf('/', at);
      boolean odd = slash >= 0 && slash < UrlText.indexOfAny(rest, "&;#", at);
      if (odd || equals < from || !mayHoldAnAt(rest.substring(key, equals))) {
        return true;
      }
    }
    return false;
  }

  private static boolean mayHoldAnAt(String key) {
    String lower = key.toLowerCase(Locale.ROOT);
    return lower.contains("user") || lower.contains("password") || lower.contains("principal");
  }

  /**
   * Whether an {@code @} stands where no value of an option is: then a password with a slash or a
   * question mark in it was taken for host and port.
   */
  private static boolean hasStrayAt(String rest, int from) {
    boolean inValue = false;
    for (int i = from; i < rest.length(); i++) {
      char c = rest.charAt(i);
      if (c == '@' && !inValue) {
        return true;
      }
      inValue = c == '=' || (inValue && c != '&' && c != ';');
    }
    return false;
  }
}
