package io.gnomon.core.query;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A database as a connection's JDBC URL names it. Immutable; connections to the same place share
 * one instance.
 */
public final class Database {

  private static final int MAX_TARGET_CHARS = 255;

  private final String systemName;
  private final @Nullable String namespace;
  private final @Nullable String serverAddress;
  private final int serverPort;
  private final String target;
  private final int hash;

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
    this.target = target(systemName, namespace, serverAddress, serverPort);
    this.hash = Objects.hash(systemName, namespace, serverAddress, serverPort);
  }

  private static String target(
      String systemName, @Nullable String namespace, @Nullable String address, int port) {
    if (namespace != null) {
      return cut(namespace);
    }
    if (address == null) {
      return systemName;
    }
    return cut(port == 0 ? address : address + ':' + port);
  }

  private static String cut(String target) {
    return target.length() <= MAX_TARGET_CHARS ? target : target.substring(0, MAX_TARGET_CHARS);
  }

  /**
   * What names a span of which no more is known than where it went.
   *
   * @return the namespace, else address and port, else the system; at most 255 characters
   */
  String target() {
    return target;
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

  @Override
  public boolean equals(@Nullable Object other) {
    if (this == other) {
      return true;
    }
    if (!(other instanceof Database)) {
      return false;
    }
    Database that = (Database) other;
    return hash == that.hash
        && serverPort == that.serverPort
        && systemName.equals(that.systemName)
        && Objects.equals(namespace, that.namespace)
        && Objects.equals(serverAddress, that.serverAddress);
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
