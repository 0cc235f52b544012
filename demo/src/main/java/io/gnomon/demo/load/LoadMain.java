package io.gnomon.demo.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Asks the shop at a fixed rate from a few threads for a given time. Arguments: the shop's address,
 * seconds.
 */
public final class LoadMain {

  private static final int THREADS = 4;
  private static final long PAUSE_MILLIS = 60;
  private static final int PROGRESS_SECONDS = 5;
  private static final int PRODUCTS = 5_000;
  private static final int ORDERS = 2_000;
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI shop;
  private final AtomicLong answered = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();
  private final AtomicLong lost = new AtomicLong();

  private LoadMain(URI shop) {
    this.shop = shop;
  }

  /**
   * Runs for the given time.
   *
   * @param arguments the shop's address and the seconds
   * @throws InterruptedException never in practice
   */
  public static void main(String[] arguments) throws InterruptedException {
    new LoadMain(URI.create(arguments[0])).run(Integer.parseInt(arguments[1]));
  }

  private void run(int seconds) throws InterruptedException {
    long endNanos = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    for (int i = 0; i < THREADS; i++) {
      int seed = i;
      threads.execute(() -> ask(new SplittableRandom(seed), endNanos));
    }
    threads.shutdown();
    int elapsed = 0;
    while (!threads.awaitTermination(PROGRESS_SECONDS, TimeUnit.SECONDS)) {
      elapsed += PROGRESS_SECONDS;
      progress(Math.min(elapsed, seconds), seconds);
    }
    progress(seconds, seconds);
  }

  private void progress(int elapsed, int seconds) {
    System.out.printf(
        Locale.ROOT,
        "load: %d of %d s, %d answered, of them %d with an error, %d without an answer%n",
        elapsed,
        seconds,
        answered.get(),
        failed.get(),
        lost.get());
  }

  private void ask(SplittableRandom random, long endNanos) {
    long next = System.nanoTime();
    try {
      while (System.nanoTime() - endNanos < 0) {
        get(path(random));
        next += TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS);
        TimeUnit.NANOSECONDS.sleep(next - System.nanoTime());
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private static String path(SplittableRandom random) {
    int dice = random.nextInt(100);
    if (dice < 70) {
      return "/product/" + (1 + random.nextInt(PRODUCTS));
    } else if (dice < 85) {
      return "/order/" + random.nextInt(ORDERS);
    } else if (dice < 91) {
      return "/report";
    } else if (dice < 95) {
      return "/discount?product=" + (1 + random.nextInt(PRODUCTS));
    } else if (dice < 98) {
      return "/search?word=" + Integer.toHexString(random.nextInt());
    }
    return "/no-such-page/" + random.nextInt(PRODUCTS);
  }

  private void get(String path) throws InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(shop.resolve(path)).timeout(TIMEOUT).build();
    try {
      int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      answered.incrementAndGet();
      if (status >= 500) {
        failed.incrementAndGet();
      }
    } catch (IOException noAnswer) {
      lost.incrementAndGet();
    }
  }
}
