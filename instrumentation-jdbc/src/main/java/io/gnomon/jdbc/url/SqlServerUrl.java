package io.gnomon.jdbc.url;

import io.gnomon.core.query.Database;
import org.jspecify.annotations.Nullable;

/**
 * {@code //host[\instance][:port][;options]} of Microsoft's driver, {@code
 * sqlserver://host[:port][/database][;options]} of jTDS. The namespace is instance and database.
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
    String place = rest.substring(slashes + 2, semicolon);
    if (place.indexOf('@') >= 0) {
      return JdbcUrl.onlySystem(scheme);
    }
    int slash = UrlText.indexOfAny(place, "/", 0);
    String path = slash < place.length() ? UrlText.name(place.substring(slash + 1)) : null;
    return slash == 0
        ? ofOptions(scheme, options, path)
        : ofAuthority(scheme, place.substring(0, slash), options, path);
  }

  private static Database ofAuthority(
      UrlScheme scheme, String authority, String options, @Nullable String path) {
    int backslash = authority.indexOf('\\');
    if (backslash < 0) {
      return database(scheme, HostPort.of(authority), null, options, path);
    }
    int colon = UrlText.indexOfAny(authority, ":", backslash);
    String instance = authority.substring(backslash + 1, colon);
    String hostPort = authority.substring(0, backslash) + authority.substring(colon);
    return database(scheme, HostPort.of(hostPort), instance, options, path);
  }

  private static Database ofOptions(UrlScheme scheme, String options, @Nullable String path) {
    String host = UrlText.option(options, ';', "serverName", "server");
    String port = UrlText.option(options, ';', "portNumber", "port");
    int backslash = host == null ? -1 : host.indexOf('\\');
    if (host == null || backslash < 0) {
      return database(scheme, HostPort.ofOptions(host, port), null, options, path);
    }
    HostPort server = HostPort.ofOptions(host.substring(0, backslash), port);
    return database(scheme, server, host.substring(backslash + 1), options, path);
  }

  private static Database database(
      UrlScheme scheme,
      HostPort server,
      @Nullable String hostsInstance,
      String options,
      @Nullable String path) {
    if (server.odd) {
      return JdbcUrl.onlySystem(scheme);
    }
    String instance =
        hostsInstance == null ? option(options, "instanceName", "instance") : hostsInstance;
    String named = option(options, "databaseName", "database");
    String database = named == null ? path : named;
    return JdbcUrl.database(
        scheme, UrlText.joined(UrlText.name(instance), database), server.host, server);
  }

  private static @Nullable String option(String options, String... keys) {
    return UrlText.name(UrlText.option(options, ';', keys));
  }
}
