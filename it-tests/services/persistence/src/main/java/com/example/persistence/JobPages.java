package com.example.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.SynchronousQueue;
import javax.sql.DataSource;

/**
 * Work on a thread that was there before any request, as a scheduler's or a consumer's is: what it
 * does is no request's. The pages wait until it is done.
 */
final class JobPages {

  private static final int ROUNDS = 6;
  private static final long PAUSE_MILLIS = 150;

  private final DataSource pool;
  private final BlockingQueue<Page> jobs = new SynchronousQueue<>();
  private final BlockingQueue<Optional<Exception>> done = new SynchronousQueue<>();

  JobPages(DataSource pool) {
    this.pool = pool;
    Thread thread = new Thread(this::work, "job");
    thread.setDaemon(true);
    thread.start();
  }

  Map<String, Page> all() {
    Map<String, Page> pages = new LinkedHashMap<>();
    pages.put("/job/one-by-one", () -> onItsOwnThread(this::oneByOne));
    pages.put("/job/messages", () -> onItsOwnThread(this::messages));
    pages.put("/job/poll", () -> onItsOwnThread(this::poll));
    return pages;
  }

  /** Hands a job to the thread, and waits until it is done. */
  private void onItsOwnThread(Page job) throws Exception {
    jobs.put(job);
    Optional<Exception> failure = done.take();
    if (failure.isPresent()) {
      throw failure.get();
    }
  }

  private void work() {
    try {
      while (true) {
        done.put(failureOf(jobs.take()));
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private static Optional<Exception> failureOf(Page job) {
    try {
      job.show();
      return Optional.empty();
    } catch (Exception failure) {
      return Optional.of(failure);
    }
  }

  /** Several times, each on a connection of its own: one may be held up by the machine. */
  private void oneByOne() throws SQLException {
    for (int round = 0; round < ROUNDS; round++) {
      try (Connection connection = pool.getConnection()) {
        for (long order : JdbcPages.orders(connection)) {
          JdbcPages.run(connection, "SELECT product_id AS job FROM item WHERE id = ?", order);
        }
      }
    }
  }

  /** Messages as they come in, each on a connection of its own: nobody asked for them in a row. */
  private void messages() throws SQLException {
    try (Connection connection = pool.getConnection()) {
      JdbcPages.orders(connection);
    }
    for (long message = 0; message < Schema.ORDERS; message++) {
      try (Connection connection = pool.getConnection()) {
        JdbcPages.run(connection, "SELECT name AS message FROM product WHERE id = ?", message);
      }
    }
  }

  private void poll() throws SQLException, InterruptedException {
    try (Connection connection = pool.getConnection()) {
      for (int round = 0; round < ROUNDS; round++) {
        JdbcPages.run(connection, "SELECT id AS poll FROM orders WHERE id > ?", 0);
        JdbcPages.run(connection, "UPDATE orders SET customer = 'poll' WHERE id = ?", round);
        JdbcPages.run(connection, "UPDATE product SET name = 'poll' WHERE id = ?", -1);
        Thread.sleep(PAUSE_MILLIS);
      }
    }
  }
}
