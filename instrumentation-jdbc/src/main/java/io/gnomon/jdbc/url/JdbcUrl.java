package io.gnomon.jdbc.url;

import io.gnomon.core.query.Database;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JDBC URL as far as it says where the database is. No regular expression, never throws for
 * a URL, and never gives a user name, a password or any other option: a URL that it can't
 * understand loses its namespace and address, and what is not known at all is {@code other_sql}.
 */
public final class JdbcUrl {

  /** {@code db.system.name} of a database that is not known. */
  public static final String UNKNOWN_SYSTEM = "other_sql";

  private static final int MAX_URL_CHARS = 8 * 1024;
  private static final int MAX_WRAPPERS = 4;
  private static final String[] WRAPPERS = {
    "p6spy:", "log4jdbc:", "otel:", "tracing:", "aws-wrapper:", "jdbc:"
  };

  /** Of the AWS driver that fetches user and password. */
  private static final String SECRETS_MANAGER = "jdbc-secretsmanager:";

  /** Of Druid's driver, whose options come before the URL. */
  private static final String DRUID = "wrap-jdbc:";

  private static final String TESTCONTAINERS = "tc:";

  private JdbcUrl() {}

  /**
   * The database that a URL names.
   *
   * @param url as it is given to {@code Driver.connect}
   * @return a new instance; {@code server.address} and port as the URL has them, the first host of
   *     several, no port if it is the default one
   */
  public static Database parse(String url) {
    boolean jdbc = UrlText.startsWith(url, "jdbc:") || UrlText.startsWith(url, SECRETS_MANAGER);
    if (url.length() > MAX_URL_CHARS || !jdbc) {
      return onlySystem(UrlScheme.OTHER);
    }
    String rest = withoutWrappers(url.substring(url.indexOf(':') + 1));
    boolean container = UrlText.startsWith(rest, TESTCONTAINERS);
    if (container) {
      rest = rest.substring(TESTCONTAINERS.length());
    }
    int colon = rest.indexOf(':');
    if (colon < 0) {
      return onlySystem(UrlScheme.OTHER);
    }
    UrlScheme scheme = UrlScheme.of(rest.substring(0, colon));
    Database database = parse(scheme, rest.substring(colon + 1));
    return container
        ? new Database(database.systemName(), database.namespace(), null, 0)
        : database;
  }

  /**
   * The database that the properties of a data source name.
   *
   * @param systemName {@code db.system.name}
   * @param databaseName as the data source tells it, or null
   * @param serverName host name or address, or null
   * @param portNumber 0 or less if it is not told
   * @return a new instance, without what is not a plain name, and without the default port
   */
  public static Database of(
      String systemName,
      @Nullable String databaseName,
      @Nullable String serverName,
      int portNumber) {
    String host = serverName == null ? null : UrlText.host(serverName);
    int port =
        host == null || portNumber <= 0 || portNumber == UrlScheme.defaultPort(systemName)
            ? 0
            : portNumber;
    return new Database(systemName, UrlText.name(databaseName), host, port);
  }

  private static Database parse(UrlScheme scheme, String rest) {
    switch (scheme.form) {
      case EMBEDDED:
        return EmbeddedUrl.parse(scheme, rest);
      case SQL_SERVER:
        return SqlServerUrl.parse(scheme, rest);
      case FIREBIRD:
        return FirebirdUrl.parse(scheme, rest);
      case ORACLE:
        return OracleUrl.parse(scheme, rest);
      default:
        return NetworkUrl.parse(scheme, rest);
    }
  }

  private static String withoutWrappers(String rest) {
    String inner = rest;
    if (UrlText.startsWith(rest, DRUID)) {
      int url = rest.indexOf(":jdbc:");
      inner = url < 0 ? "" : rest.substring(url + 1);
    }
    for (int i = 0; i < MAX_WRAPPERS; i++) {
      for (String wrapper : WRAPPERS) {
        if (UrlText.startsWith(inner, wrapper)) {
          inner = inner.substring(wrapper.length());
        }
      }
    }
    return inner;
  }

  static Database onlySystem(UrlScheme scheme) {
    return new Database(scheme.systemName, null, null, 0);
  }

  static Database database(
      UrlScheme scheme, @Nullable String namespace, @Nullable String host, HostPort server) {
    int port = host == null || server.port == scheme.defaultPort ? 0 : server.port;
    return new Database(scheme.systemName, namespace, host, port);
  }
}
