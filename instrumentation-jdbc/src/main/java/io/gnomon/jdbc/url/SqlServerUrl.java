package io.gnomon.jdbc.url;

import io.gnomon.core.query.Database;
import org.jspecify.annotations.Nullable;

/**
 * {@code //host[\instance][:port][;options]} of Microsoft's driver, {@code
 * sqlserver://host[:port][/database][;options]} of jTDS.
 */
final class SqlServerUrl {

  private SqlServerUrl() {}

  static Database parse(UrlScheme scheme, String rest) {
    int slashes = rest.indexOf("//");
    int semicolon = UrlText.indexOfAny(rest, ";", 0);
    if (UrlText.startsWith(rest, "sybase")) {
      return JdbcUrl.onlySystem(UrlScheme.OTHER);
    }
    if (slashes < 0 || slashes > semicolon) {
      return JdbcUrl.onlySystem(scheme);
    }
    String options = semicolon < rest.length() ? rest.substring(semicolon + 1) : "";
    String server = rest.substring(slashes + 2, semicolon);
    int slash = UrlText.indexOfAny(server, "/", 0);
    String path = slash < server.length() ? UrlText.name(server.substring(slash + 1)) : null;
    String authority = server.substring(0, slash);
    int backslash = authority.indexOf('\\');
    String instance = option(options, "instanceName", "instance");
    if (backslash >= 0) {
      int colon = UrlText.indexOfAny(authority, ":", backslash);
      instance = UrlText.name(authority.substring(backslash + 1, colon));
      authority = authority.substring(0, backslash) + authority.substring(colon);
    }
    return database(scheme, authority, options, path, instance);
  }

  private static Database database(
      UrlScheme scheme,
      String authority,
      String options,
      @Nullable String path,
      @Nullable String instance) {
    HostPort server = HostPort.of(authority);
    if (authority.isEmpty()) {
      String host = UrlText.option(options, "serverName", "server");
      String port = UrlText.option(options, "portNumber", "port");
      server = HostPort.of((host == null ? "" : host) + (port == null ? "" : ":" + port));
    }
    if (server.odd || authority.indexOf('@') >= 0) {
      return JdbcUrl.onlySystem(scheme);
    }
    String named = option(options, "databaseName", "database");
    String database = named == null ? path : named;
    return JdbcUrl.database(scheme, UrlText.joined(instance, database), server.host, server);
  }

  private static @Nullable String option(String options, String... keys) {
    return UrlText.name(UrlText.option(options, keys));
  }
}
