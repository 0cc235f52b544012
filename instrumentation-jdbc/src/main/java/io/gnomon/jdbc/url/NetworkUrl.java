package io.gnomon.jdbc.url;

import io.gnomon.core.query.Database;
import org.jspecify.annotations.Nullable;

/** {@code //[user@]host[:port][,...][/database][?options][;options][:options]}. */
final class NetworkUrl {

  private NetworkUrl() {}

  static Database parse(UrlScheme scheme, String rest) {
    int slashes = rest.indexOf("//");
    int question = UrlText.indexOfAny(rest, "?;", 0);
    if (slashes < 0 || slashes > question) {
      return withoutAuthority(scheme, rest);
    }
    int start = slashes + 2;
    int end = UrlText.indexOfAny(rest, "/?;#", start);
    HostPort server = HostPort.of(rest.substring(start, end));
    if (server.odd || hasStrayAt(rest, end) || mayCutAPassword(rest, start, end)) {
      return JdbcUrl.onlySystem(scheme);
    }
    String path = "";
    int pathEnd = end;
    if (end < rest.length() && rest.charAt(end) == '/') {
      pathEnd = UrlText.indexOfAny(rest, endOfPath(scheme), end + 1);
      path = rest.substring(end + 1, pathEnd);
    }
    String options = pathEnd < rest.length() ? rest.substring(pathEnd + 1) : "";
    return JdbcUrl.database(scheme, namespace(scheme, path, options), host(scheme, server), server);
  }

  private static String endOfPath(UrlScheme scheme) {
    boolean colonBeforeOptions = scheme == UrlScheme.DB2 || scheme == UrlScheme.INFORMIX;
    return colonBeforeOptions ? "?;#:" : "?;#";
  }

  private static @Nullable String host(UrlScheme scheme, HostPort server) {
    return server.host == null && defaultsToLocalhost(scheme) ? "localhost" : server.host;
  }

  private static boolean defaultsToLocalhost(UrlScheme scheme) {
    return scheme == UrlScheme.POSTGRESQL
        || scheme == UrlScheme.MYSQL
        || scheme == UrlScheme.MARIADB;
  }

  private static Database withoutAuthority(UrlScheme scheme, String rest) {
    if (scheme != UrlScheme.POSTGRESQL || hasStrayAt(rest, 0)) {
      return JdbcUrl.onlySystem(scheme);
    }
    int end = UrlText.indexOfAny(rest, "?", 0);
    String options = end < rest.length() ? rest.substring(end + 1) : "";
    String name = rest.substring(rest.startsWith("/") ? 1 : 0, end);
    return new Database(scheme.systemName, namespace(scheme, name, options), "localhost", 0);
  }

  private static @Nullable String namespace(UrlScheme scheme, String path, String options) {
    String name = UrlText.name(path);
    switch (scheme) {
      case POSTGRESQL:
      case COCKROACHDB:
      case REDSHIFT:
        return UrlText.joined(name, firstOf(UrlText.option(options, "currentSchema")));
      case TRINO:
      case PRESTO:
        return catalogAndSchema(name);
      case SNOWFLAKE:
        return UrlText.joined(
            UrlText.name(UrlText.option(options, "db", "database")),
            UrlText.name(UrlText.option(options, "schema")));
      case CLICKHOUSE:
      case HANA:
      case TERADATA:
        String option = UrlText.name(UrlText.option(options, "database", "databaseName"));
        return option == null ? name : option;
      default:
        return name;
    }
  }

  private static @Nullable String firstOf(@Nullable String searchPath) {
    return searchPath == null
        ? null
        : UrlText.name(searchPath.substring(0, UrlText.indexOfAny(searchPath, ",%", 0)));
  }

  private static @Nullable String catalogAndSchema(@Nullable String path) {
    if (path == null) {
      return null;
    }
    int slash = UrlText.indexOfAny(path, "/", 0);
    String catalog = UrlText.name(path.substring(0, slash));
    return slash == path.length()
        ? catalog
        : UrlText.joined(catalog, UrlText.name(path.substring(slash + 1)));
  }

  /**
   * Whether what looks like host and port may be user and the beginning of a password: there is a
   * colon, and an {@code @} in the path, or in the options when there is no path.
   */
  private static boolean mayCutAPassword(String rest, int start, int endOfAuthority) {
    int colon = rest.indexOf(':', start);
    if (colon < 0 || colon > endOfAuthority) {
      return false;
    }
    boolean path = endOfAuthority < rest.length() && rest.charAt(endOfAuthority) == '/';
    int end = path ? UrlText.indexOfAny(rest, "?;#", endOfAuthority) : rest.length();
    int at = rest.indexOf('@', endOfAuthority);
    return at >= 0 && at < end;
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
