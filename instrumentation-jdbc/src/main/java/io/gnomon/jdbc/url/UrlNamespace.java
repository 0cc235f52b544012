package io.gnomon.jdbc.url;

import org.jspecify.annotations.Nullable;

/** {@code db.namespace} as each database's convention says, from a path and options. */
final class UrlNamespace {

  private UrlNamespace() {}

  static @Nullable String of(UrlScheme scheme, String path, UrlOptions options) {
    switch (scheme) {
      case POSTGRESQL:
      case COCKROACHDB:
      case REDSHIFT:
        return UrlText.joined(name(path), firstOf(options.get("currentSchema")));
      case TRINO:
      case PRESTO:
        return catalogAndSchema(path);
      case SNOWFLAKE:
        return UrlText.joined(
            UrlText.name(options.get("db", "database")), UrlText.name(options.get("schema")));
      case CLICKHOUSE:
      case HANA:
      case TERADATA:
        String option = UrlText.name(options.get("database", "databaseName"));
        return option == null ? name(path) : option;
      case H2:
      case HSQLDB:
      case DERBY:
      case FIREBIRD:
        return UrlText.name(path);
      default:
        return name(path);
    }
  }

  private static @Nullable String name(String path) {
    return UrlText.name(UrlText.decoded(path));
  }

  private static @Nullable String firstOf(@Nullable String searchPath) {
    return searchPath == null
        ? null
        : UrlText.name(searchPath.substring(0, UrlText.indexOfAny(searchPath, ",", 0)).trim());
  }

  private static @Nullable String catalogAndSchema(String path) {
    int slash = UrlText.indexOfAny(path, "/", 0);
    String catalog = name(path.substring(0, slash));
    return slash == path.length()
        ? catalog
        : UrlText.joined(catalog, name(path.substring(slash + 1)));
  }
}
