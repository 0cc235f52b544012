package io.gnomon.demo.shop;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.logging.LogManager;
import org.apache.catalina.LifecycleException;
import org.jspecify.annotations.Nullable;

/** Starts the shop with a PostgreSQL of its own; ends on SIGTERM. Arguments: work folder, port. */
public final class ShopMain {

  private static final int CONNECTIONS = 10;

  private ShopMain() {}

  /**
   * Runs until it is ended.
   *
   * @param arguments the folder for the database and the file {@code shop.port}; the port, 0 for a
   *     free one
   * @throws Exception if the database or the container does not start
   */
  public static void main(String[] arguments) throws Exception {
    // Tomcat would print the stack of every error, and those of /discount are wanted.
    LogManager.getLogManager().reset();
    Path work = Path.of(arguments[0]);
    EmbeddedPostgres postgres = startPostgres(work);
    HikariDataSource pool = pool(postgres.getJdbcUrl("postgres", "postgres"));
    Catalog.create(pool);
    ShopServer server = ShopServer.start(pool, Integer.parseInt(arguments[1]), work);
    CountDownLatch ended = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> stop(server, pool, postgres, ended), "shop-stop"));
    publishPort(work, server.port());
    System.out.println("shop: http://127.0.0.1:" + server.port());
    ended.await();
  }

  private static EmbeddedPostgres startPostgres(Path work) throws IOException {
    return EmbeddedPostgres.builder()
        .setOverrideWorkingDirectory(work.resolve("postgres-binaries").toFile())
        .setDataDirectory(work.resolve("postgres-data"))
        .setServerConfig("fsync", "off")
        .setServerConfig("max_parallel_workers_per_gather", "0")
        .start();
  }

  private static HikariDataSource pool(String url) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setMaximumPoolSize(CONNECTIONS);
    return new HikariDataSource(config);
  }

  private static void publishPort(Path work, int port) throws IOException {
    Path whole = Files.writeString(work.resolve("shop.port.new"), Integer.toString(port));
    Files.move(whole, work.resolve("shop.port"));
  }

  private static void stop(
      ShopServer server, HikariDataSource pool, EmbeddedPostgres postgres, CountDownLatch ended) {
    @Nullable Exception first = null;
    try {
      server.stop();
    } catch (LifecycleException notStopped) {
      first = notStopped;
    }
    pool.close();
    try {
      postgres.close();
    } catch (IOException notStopped) {
      first = first == null ? notStopped : first;
    }
    if (first != null) {
      System.err.println("shop: " + first);
    }
    ended.countDown();
  }
}
