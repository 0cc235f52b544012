package io.gnomon.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.it.harness.Container;
import io.gnomon.it.harness.Postgres;
import io.gnomon.it.harness.Service;
import io.gnomon.it.harness.ServiceBuilder;
import io.gnomon.otlpreceiver.OtlpReceiver;
import io.gnomon.otlpreceiver.ReceivedSpan;
import io.gnomon.otlpreceiver.ReceivedTrace;
import io.gnomon.otlpreceiver.Signal;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Of 10,000 requests on one route, 100 slow and 100 failing ones are kept with their queries, for a
 * fraction of what exporting all would send.
 *
 * <p>Of each hundred requests one is slow, one fails, and one takes a little long, as there are on
 * every route. So 1% is slower than the share that is slow by definition, 1.2%, and 2% with those
 * that take a little long: the limit that the agent learns lies between the two. The slow one is
 * the last of its hundred, so that never more than 1.2% of those that have ended were slow, however
 * few they are.
 */
class KeptTracesIT {

  private static final int REQUESTS = 10_000;
  private static final int BLOCK = 100;
  private static final int QUERIES = 3;
  private static final int CLIENTS = 16;

  /** Over the limit that holds before a route has 200 requests, and over the one that it learns. */
  private static final int SLOW_MILLIS = 1_100;

  /** More than any other takes on a busy machine. */
  private static final int A_LITTLE_LONG_MILLIS = 300;

  /** Fewer than the traces that wait for the exporter at most: none is to be dropped. */
  private static final int AT_ONCE = 400;

  private static final String MAX_PER_SECOND = "100";

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static Postgres postgres;

  private OtlpReceiver receiver;

  @BeforeAll
  static void startDatabase() {
    postgres = Postgres.start();
  }

  @AfterAll
  static void stopDatabase() {
    postgres.close();
  }

  @BeforeEach
  void listen() throws IOException {
    receiver = OtlpReceiver.start();
  }

  @AfterEach
  void hangUp() {
    receiver.close();
  }

  /** Whose pool is open, so that no request waits for that. */
  private Service tomcat(String... namesAndValues) {
    ServiceBuilder builder =
        postgres.usedBy(ServiceBuilder.of(Container.TOMCAT_9).exportingTo(receiver));
    for (int i = 0; i < namesAndValues.length; i += 2) {
      builder.set(namesAndValues[i], namesAndValues[i + 1]);
    }
    Service service = builder.start();
    assertThat(service.get("/query").statusCode()).isEqualTo(200);
    return service;
  }

  @Test
  void everySlowAndEveryFailingRequestOfTenThousandIsKeptForATwentiethOfAll() {
    List<String> paths = mixed();
    long bytesOfAll = exportAll(paths);
    receiver.clear();

    try (Service service =
        tomcat(
            "gnomon.traces.slow-share", "1.2%", "gnomon.traces.max-per-second", MAX_PER_SECOND)) {
      drive(service, paths, 1);
    }
    Map<String, ReceivedTrace> kept = tracesByPath();
    List<String> wanted =
        paths.stream().filter(path -> isSlow(path) || isFailing(path)).sorted().toList();
    assertThat(wanted).hasSize(2 * REQUESTS / BLOCK);
    assertThat(wanted).allSatisfy(path -> assertThat(kept).containsKey(path));
    for (String path : wanted) {
      assertWhole(kept.get(path));
      assertThat(kept.get(path).root().attributes().get("gnomon.kept").split(","))
          .as(path)
          .contains(isSlow(path) ? "slow" : "error");
    }
    assertThat(receiver.sum("gnomon.traces.held_back", Map.of())).isZero();
    long bytes = receiver.bytes(Signal.TRACES);
    System.out.printf(
        "kept %d of %d requests with all %d that were slow or failed, at most %s per second:"
            + " %d bytes, %.2f%% of exporting all (%d)%n",
        kept.size(),
        REQUESTS,
        wanted.size(),
        MAX_PER_SECOND,
        bytes,
        100.0 * bytes / bytesOfAll,
        bytesOfAll);
    assertThat(bytes).isLessThan(bytesOfAll / 20);
  }

  /**
   * So many at once as the exporter takes. None waits here: a span is as many bytes however long it
   * took.
   */
  private long exportAll(List<String> paths) {
    long bytes = 0;
    try (Service service = tomcat("gnomon.traces", "all", "otel.metric.export.interval", "100")) {
      receiver.await("the first", PATIENCE, () -> !receiver.traces().isEmpty());
      for (int from = 0; from < paths.size(); from += AT_ONCE) {
        List<String> some = paths.subList(from, Math.min(from + AT_ONCE, paths.size()));
        receiver.clear();
        drive(service, some, 0);
        receiver.await(
            "all traces", PATIENCE, () -> receiver.spans().size() >= some.size() * (1 + QUERIES));
        assertThat(tracesByPath().keySet()).containsExactlyInAnyOrderElementsOf(some);
        bytes += receiver.bytes(Signal.TRACES);
      }
    }
    return bytes;
  }

  private static List<String> mixed() {
    List<String> paths = new ArrayList<>();
    Random random = new Random(5);
    for (int from = 0; from < REQUESTS; from += BLOCK) {
      List<String> block = new ArrayList<>();
      block.add("/mixed/failing/" + from);
      block.add("/mixed/long/" + from);
      while (block.size() < BLOCK - 1) {
        block.add("/mixed/plain/" + (from + block.size()));
      }
      Collections.shuffle(block, random);
      block.add("/mixed/slow/" + from);
      paths.addAll(block);
    }
    return paths;
  }

  private static boolean isSlow(String path) {
    return path.startsWith("/mixed/slow/");
  }

  private static boolean isFailing(String path) {
    return path.startsWith("/mixed/failing/");
  }

  private static void drive(Service service, List<String> paths, int timesAsLong) {
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    try {
      List<Future<Integer>> answers = new ArrayList<>();
      for (String path : paths) {
        String query = query(path, timesAsLong);
        answers.add(clients.submit(() -> service.get(path + query).statusCode()));
      }
      for (int i = 0; i < answers.size(); i++) {
        String path = paths.get(i);
        assertThat(answers.get(i).get()).as(path).isEqualTo(isFailing(path) ? 500 : 200);
      }
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    } finally {
      clients.shutdownNow();
    }
  }

  private static String query(String path, int timesAsLong) {
    int millis =
        isSlow(path) ? SLOW_MILLIS : path.startsWith("/mixed/long/") ? A_LITTLE_LONG_MILLIS : 0;
    return "?n=" + QUERIES + "&ms=" + millis * timesAsLong + (isFailing(path) ? "&status=500" : "");
  }

  /** Each trace is of one request; that no span came twice is among the rules of a tree. */
  private Map<String, ReceivedTrace> tracesByPath() {
    return receiver.traces().stream()
        .filter(trace -> !path(trace).equals("/query"))
        .collect(Collectors.toMap(KeptTracesIT::path, trace -> trace));
  }

  private static String path(ReceivedTrace trace) {
    return trace.root().attributes().get("url.path");
  }

  private static void assertWhole(ReceivedTrace trace) {
    trace.assertWellFormed();
    ReceivedSpan root = trace.root();
    assertThat(root.kind()).isEqualTo(Span.SpanKind.SPAN_KIND_SERVER);
    assertThat(root.name()).isEqualTo("GET /mixed/*");
    assertThat(root.parentSpanId()).isEmpty();
    assertThat(root.sampled()).isTrue();
    List<ReceivedSpan> queries = trace.children(root);
    assertThat(trace.spans()).hasSize(1 + QUERIES);
    assertThat(queries).hasSize(QUERIES);
    assertThat(queries.stream().map(ReceivedSpan::name).collect(Collectors.toSet()))
        .isEqualTo(Set.of("SELECT item"));
    assertThat(queries)
        .allSatisfy(
            query -> {
              assertThat(query.kind()).isEqualTo(Span.SpanKind.SPAN_KIND_CLIENT);
              assertThat(query.attributes())
                  .containsEntry("db.system.name", "postgresql")
                  .containsEntry("db.query.text", "SELECT name FROM item WHERE id = ?");
            });
  }
}
