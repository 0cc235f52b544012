package io.gnomon.it.harness;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A real PostgreSQL, on a free port. */
public final class Postgres implements AutoCloseable {

  private static final String USER = "postgres";

  private final EmbeddedPostgres server;

  private Postgres(EmbeddedPostgres server) {
    this.server = server;
  }

  /**
   * Starts one.
   *
   * @return it, taking connections
   */
  public static Postgres start() {
    try {
      return new Postgres(EmbeddedPostgres.builder().setServerConfig("fsync", "off").start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Makes a service use it.
   *
   * @param service the one to be
   * @return the same
   */
  public ServiceBuilder usedBy(ServiceBuilder service) {
    return service
        .set("app.jdbc.url", "jdbc:postgresql://127.0.0.1:" + port() + "/postgres")
        .set("app.jdbc.user", USER)
        .set("app.jdbc.password", USER);
  }

  /**
   * Where it listens.
   *
   * @return the port
   */
  public int port() {
    return server.getPort();
  }

  /**
   * Makes a database.
   *
   * @param name a new one
   */
  public void create(String name) {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
