package io.gnomon.jdbc.url;

import io.gnomon.core.query.Database;

/**
 * {@code [native:|local:|embedded:...]} and then {@code //host[:port]/path}, or the older {@code
 * host[/port]:path}, or a path.
 */
final class FirebirdUrl {

  private static final String[] TYPES = {
    "native:", "embedded:", "local:", "java:", "pure_java:", "oo:", "ooremote:"
  };

  private FirebirdUrl() {}

  static Database parse(UrlScheme scheme, String rest) {
    String target = rest;
    boolean local = UrlText.startsWith(rest, "local:") || UrlText.startsWith(rest, "embedded:");
    for (String type : TYPES) {
      if (UrlText.startsWith(rest, type)) {
        target = rest.substring(type.length());
      }
    }
    if (target.startsWith("//")) {
      return NetworkUrl.parse(scheme, target);
    }
    String place = target.substring(0, UrlText.indexOfAny(target, "?;", 0));
    int colon = place.indexOf(':');
    if (place.indexOf('@') >= 0) {
      return JdbcUrl.onlySystem(scheme);
    }
    return local || colon <= 1
        ? new Database(scheme.systemName, UrlText.name(place), null, 0)
        : ofHost(scheme, place.substring(0, colon), place.substring(colon + 1));
  }

  private static Database ofHost(UrlScheme scheme, String host, String path) {
    int slash = UrlText.indexOfAny(host, "/", 0);
    String port = slash < host.length() ? host.substring(slash + 1) : null;
    HostPort server = HostPort.ofOptions(host.substring(0, slash), port);
    return server.odd
        ? JdbcUrl.onlySystem(scheme)
        : JdbcUrl.database(scheme, UrlText.name(path), server.host, server);
  }
}
