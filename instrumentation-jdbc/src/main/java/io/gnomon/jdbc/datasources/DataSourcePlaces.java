package io.gnomon.jdbc.datasources;

import io.gnomon.core.query.Database;
import io.gnomon.jdbc.url.JdbcUrl;
import org.jspecify.annotations.Nullable;

/**
 * Where a driver's own data source connects to, for connections that are not made by {@code
 * Driver.connect}: by its URL, else by the properties that the JDBC specification names (chapter
 * 9.4.1), all of which are plain getters. Any thread; asked once per physical connection.
 */
public final class DataSourcePlaces {

  private final PublicMethods methods = new PublicMethods();

  /** No data source seen yet. */
  public DataSourcePlaces() {}

  /**
   * The URL of a data source.
   *
   * @param dataSource a driver's
   * @return null if it tells none that says where the database is; may hold a password
   */
  public @Nullable String url(Object dataSource) {
    for (String getter : new String[] {"getURL", "getUrl"}) {
      String url = text(dataSource, getter);
      if (url != null && tellsPlace(JdbcUrl.parse(url))) {
        return url;
      }
    }
    return null;
  }

  /**
   * What the properties of a data source tell.
   *
   * @param dataSource a driver's
   * @param systemName {@code db.system.name} of its driver
   * @return with what is told alone
   */
  public Database byProperties(Object dataSource, String systemName) {
    Object port = call(dataSource, "getPortNumber");
    return JdbcUrl.of(
        systemName,
        text(dataSource, "getDatabaseName"),
        text(dataSource, "getServerName"),
        port instanceof Integer ? (Integer) port : 0);
  }

  private static boolean tellsPlace(Database database) {
    return database.namespace() != null || database.serverAddress() != null;
  }

  private @Nullable String text(Object dataSource, String getter) {
    Object text = call(dataSource, getter);
    return text instanceof String ? (String) text : null;
  }

  /** A getter that throws tells nothing: it is the application's, and no failure of ours. */
  private @Nullable Object call(Object dataSource, String getter) {
    try {
      return methods.call(dataSource, getter);
    } catch (VirtualMachineError notToBeHidden) {
      throw notToBeHidden;
    } catch (Throwable notTold) {
      return null;
    }
  }
}
