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
 */
class KeptTracesIT {

  private static final int REQUESTS = 10_000;
  private static final int SLOW = 100;
  private static final int FAILING = 100;
  private static final int QUERIES = 3;
  private static final int CLIENTS = 16;

  /** Over the limit that holds before a route has 200 requests, and over any that it learns. */
  private static final int SLOW_MILLIS = 1_100;

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

  private ServiceBuilder tomcat() {
    return postgres.usedBy(ServiceBuilder.of(Container.TOMCAT_9).exportingTo(receiver));
  }

  /** 1.2% are slow by definition, of which 1% are meant here. */
  @Test
  void everySlowAndEveryFailingRequestOfTenThousandIsKeptForATwentiethOfAll() {
    List<String> paths = mixed();
    try (Service service = tomcat().set("gnomon.traces", "all").start()) {
      drive(service, paths);
    }
    long bytesOfAll = receiver.bytes(Signal.TRACES);
    assertThat(tracesByPath().keySet()).containsExactlyInAnyOrderElementsOf(paths);
    receiver.clear();

    try (Service service =
        tomcat()
            .set("gnomon.traces.slow-share", "1.2%")
            .set("gnomon.traces.max-per-second", "100")
            .start()) {
      drive(service, paths);
    }
    Map<String, ReceivedTrace> kept = tracesByPath();
    List<String> wanted = paths.stream().filter(path -> !path.startsWith("/mixed/plain")).toList();
    assertThat(wanted).hasSize(SLOW + FAILING);
    assertThat(kept.keySet()).containsAll(wanted);
    for (String path : wanted) {
      assertWhole(kept.get(path));
      assertThat(kept.get(path).root().attributes().get("gnomon.kept"))
          .contains(path.startsWith("/mixed/slow") ? "slow" : "error");
    }
    assertThat(receiver.sum("gnomon.traces.held_back", Map.of())).isZero();
    long bytes = receiver.bytes(Signal.TRACES);
    System.out.printf(
        "kept %d of %d requests, %d of them asked for; %d bytes of %d (%.2f%%)%n",
        kept.size(), REQUESTS, wanted.size(), bytes, bytesOfAll, 100.0 * bytes / bytesOfAll);
    assertThat(bytes).isLessThan(bytesOfAll / 20);
  }

  private static List<String> mixed() {
    List<String> paths = new ArrayList<>();
    for (int i = 0; i < REQUESTS; i++) {
      String kind = i < SLOW ? "slow" : i < SLOW + FAILING ? "failing" : "plain";
      paths.add("/mixed/" + kind + "/" + i);
    }
    Collections.shuffle(paths, new Random(5));
    return paths;
  }

  private static void drive(Service service, List<String> paths) {
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    try {
      List<Future<Integer>> answers = new ArrayList<>();
      for (String path : paths) {
        answers.add(clients.submit(() -> service.get(path + query(path)).statusCode()));
      }
      for (int i = 0; i < answers.size(); i++) {
        assertThat(answers.get(i).get())
            .as(paths.get(i))
            .isEqualTo(paths.get(i).startsWith("/mixed/failing") ? 500 : 200);
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

  private static String query(String path) {
    String queries = "?n=" + QUERIES;
    if (path.startsWith("/mixed/slow")) {
      return queries + "&ms=" + SLOW_MILLIS;
    }
    return path.startsWith("/mixed/failing") ? queries + "&status=500" : queries;
  }

  /** Each trace is of one request; that no span came twice is among the rules of a tree. */
  private Map<String, ReceivedTrace> tracesByPath() {
    return receiver.traces().stream()
        .collect(
            Collectors.toMap(trace -> trace.root().attributes().get("url.path"), trace -> trace));
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
