package io.gnomon.jdbc.url;

import io.gnomon.core.query.Database;
import org.jspecify.annotations.Nullable;

/** H2, HSQLDB, Derby and SQLite: a file, memory, or a server. */
final class EmbeddedUrl {

  private static final String[] STORES = {
    "mem:",
    "file:",
    "res:",
    "nio:",
    "niomapped:",
    "zip:",
    "memory:",
    "directory:",
    "classpath:",
    "jar:",
    "split:",
    "async:",
    "memfs:",
    "memlzf:",
    "niomemfs:",
    "niomemlzf:"
  };
  private static final String[] SERVERS = {
    "//", "tcp://", "ssl://", "hsql://", "hsqls://", "http://", "https://"
  };

  private EmbeddedUrl() {}

  static Database parse(UrlScheme scheme, String rest) {
    if (scheme != UrlScheme.SQLITE) {
      for (String server : SERVERS) {
        if (UrlText.startsWith(rest, server)) {
          return NetworkUrl.parse(scheme, rest);
        }
      }
    }
    return new Database(scheme.systemName, namespace(scheme, rest), null, 0);
  }

  private static @Nullable String namespace(UrlScheme scheme, String rest) {
    int end = UrlText.indexOfAny(rest, scheme == UrlScheme.SQLITE ? "?" : ";?", 0);
    String path = rest.substring(0, end);
    if (path.isEmpty() && end < rest.length()) {
      return UrlText.name(UrlText.option(rest.substring(end + 1), ';', "databaseName"));
    }
    for (String store = storeOf(path); store != null; store = storeOf(path)) {
      path = path.substring(store.length());
    }
    return UrlText.name(path);
  }

  /** What a path begins with that says how it is kept; they can be nested. */
  private static @Nullable String storeOf(String path) {
    for (String store : STORES) {
      if (UrlText.startsWith(path, store)) {
        return store;
      }
    }
    return null;
  }
}
