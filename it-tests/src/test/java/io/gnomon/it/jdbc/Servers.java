package io.gnomon.it.jdbc;

import io.gnomon.it.harness.MariaDb;
import io.gnomon.it.harness.Postgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** The real databases. Any thread. */
final class Servers implements AutoCloseable {

  private final Postgres postgres = Postgres.start();
  private final MariaDb mariaDb = MariaDb.start();
  private final AtomicInteger databases = new AtomicInteger();

  /** A new database for a driver. */
  Place place(JdbcDriver driver) {
    String name = "cells" + databases.incrementAndGet();
    return switch (driver.server) {
      case POSTGRESQL -> {
        postgres.create(name);
        yield onServer(driver, "jdbc:postgresql", name, "postgres", "postgres", postgres.port());
      }
      case MARIADB -> {
        mariaDb.create(name);
        String scheme = "jdbc:" + driver.systemName;
        yield onServer(driver, scheme, name, "root", "", mariaDb.port());
      }
      case H2 -> inJvm(driver, "jdbc:h2:mem:", name);
      case HSQLDB -> inJvm(driver, "jdbc:hsqldb:mem:", name);
      case DERBY -> inJvm(driver, "jdbc:derby:memory:", name);
      case SQLITE -> inJvm(driver, "jdbc:sqlite:", file(name));
    };
  }

  private static Place onServer(
      JdbcDriver driver, String scheme, String name, String user, String password, int port) {
    String url = scheme + "://127.0.0.1:" + port + "/" + name + driver.options;
    return new Place(url, user, password, name, port);
  }

  private static Place inJvm(JdbcDriver driver, String scheme, String name) {
    return new Place(scheme + name + driver.options, "sa", "", name, null);
  }

  private static String file(String name) {
    try {
      Path folder = Files.createTempDirectory("gnomon-it");
      folder.toFile().deleteOnExit();
      Path file = folder.resolve(name + ".db");
      file.toFile().deleteOnExit();
      return file.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    mariaDb.close();
    postgres.close();
  }
}
