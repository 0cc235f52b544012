package io.gnomon.core.query;

import org.jspecify.annotations.Nullable;

/**
 * A database as a connection's JDBC URL names it. Immutable; connections to the same place share
 * one instance.
 */
public final class Database {

  private final String systemName;
  private final @Nullable String namespace;
  private final @Nullable String serverAddress;
  private final int serverPort;

  /**
   * A database.
   *
   * @param systemName {@code db.system.name}, as {@code postgresql}; {@code other_sql} if unknown
   * @param namespace {@code db.namespace}, or null if not known
   * @param serverAddress host name, address, or null if there is none or it is not known
   * @param serverPort the port, or 0 if there is none, it is the default or it is not known
   */
  public Database(
      String systemName,
      @Nullable String namespace,
      @Nullable String serverAddress,
      int serverPort) {
    this.systemName = systemName;
    this.namespace = namespace;
    this.serverAddress = serverAddress;
    this.serverPort = serverPort;
  }

  /**
   * {@code db.system.name}.
   *
   * @return as {@code postgresql}
   */
  public String systemName() {
    return systemName;
  }

  /**
   * {@code db.namespace}.
   *
   * @return null if not known
   */
  public @Nullable String namespace() {
    return namespace;
  }

  /**
   * {@code server.address}.
   *
   * @return null if there is none or it is not known
   */
  public @Nullable String serverAddress() {
    return serverAddress;
  }

  /**
   * {@code server.port}.
   *
   * @return 0 if it is the default or not known
   */
  public int serverPort() {
    return serverPort;
  }
}
