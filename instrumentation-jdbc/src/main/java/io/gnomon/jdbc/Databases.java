package io.gnomon.jdbc;

import io.gnomon.core.query.Database;
import io.gnomon.jdbc.url.JdbcUrl;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * One {@link Database} per place. A URL is kept only as a hash, since it may hold a password.
 * Guarded by its own lock: asked once per connection and once per class, not per query.
 */
final class Databases {

  /** How many URLs and places are kept; further places are told by their system alone. */
  static final int MAX_DATABASES = 512;

  private final Map<Long, Database> byUrl = new HashMap<>();
  private final Map<String, Database> byPlace = new HashMap<>();
  private final Map<String, Database> withoutAddress = new HashMap<>();

  /** The place that a URL names. */
  synchronized Database of(String url) {
    Long hash = hash(url);
    Database known = byUrl.get(hash);
    if (known != null) {
      return known;
    }
    Database database = place(JdbcUrl.parse(url));
    if (byUrl.size() < MAX_DATABASES) {
      byUrl.put(hash, database);
    }
    return database;
  }

  /** The one instance of a place that was told by other means than a URL. */
  synchronized Database interned(Database told) {
    return place(told);
  }

  /** What stands for the databases of a system whose address is not known. */
  synchronized Database withoutAddress(String systemName) {
    Database known = withoutAddress.get(systemName);
    if (known == null) {
      known = new Database(systemName, null, null, 0);
      withoutAddress.put(systemName, known);
    }
    return known;
  }

  private Database place(Database parsed) {
    String key =
        parsed.systemName()
            + '\n'
            + Objects.toString(parsed.namespace())
            + '\n'
            + Objects.toString(parsed.serverAddress())
            + '\n'
            + parsed.serverPort();
    Database known = byPlace.get(key);
    if (known != null) {
      return known;
    }
    if (byPlace.size() >= MAX_DATABASES) {
      return withoutAddress(parsed.systemName());
    }
    byPlace.put(key, parsed);
    return parsed;
  }

  private static long hash(String text) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }
}
