package io.gnomon.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.gnomon.it.harness.Container;
import io.gnomon.it.harness.Jdk;
import io.gnomon.it.harness.Service;
import io.gnomon.it.harness.ServiceBuilder;
import io.gnomon.otlpreceiver.OtlpReceiver;
import io.gnomon.otlpreceiver.ReceivedSpan;
import io.gnomon.otlpreceiver.ReceivedTrace;
import io.opentelemetry.proto.trace.v1.Span;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What tasks ask the database on other threads is told by the request that handed them over. */
class TasksIT {

  private static final List<String> KINDS =
      List.of(
          "execute",
          "submit",
          "invoke-all",
          "nested",
          "schedule",
          "fork-join-execute",
          "fork-join-submit",
          "fork-join-invoke",
          "parallel-stream",
          "run-async",
          "run-async-on",
          "then-async",
          "then-async-thread",
          "then-async-done",
          "thread",
          "thread-subclass",
          "async-start",
          "async-start-inside");

  /** What runs belongs to no request. */
  private static final List<String> KINDS_OF_OTHERS =
      List.of("periodic", "then-async-of-others", "refused");

  private static final List<String> VIRTUAL_KINDS = List.of("virtual-thread", "virtual-executor");
  private static final List<String> KINDS_OF_25 = List.of("fork-join-schedule");
  private static final int VIRTUAL_SINCE = 21;
  private static final int DELAYS_SINCE = 25;
  private static final int CLIENTS = 6;
  private static final int ROUNDS = 5;
  private static final int MOST = 4;
  private static final Pattern QUERIES = Pattern.compile(".*desc=\"(\\d+) quer(y|ies)\"");

  @TestFactory
  Stream<DynamicTest> everyWayOnEveryJdk() {
    return Stream.concat(Stream.of(Jdk.ofBuild()), Jdk.others().stream())
        .map(jdk -> dynamicTest(jdk.toString(), () -> check(Container.TOMCAT_9, jdk)));
  }

  @ParameterizedTest
  @EnumSource(names = {"JETTY_9", "JETTY_12", "UNDERTOW_2_3"})
  void everyWayInEveryKindOfContainer(Container container) throws Exception {
    check(container, Jdk.ofBuild());
  }

  private static void check(Container container, Jdk jdk) throws Exception {
    List<String> kinds = new ArrayList<>(KINDS);
    if (jdk.feature() >= VIRTUAL_SINCE) {
      kinds.addAll(VIRTUAL_KINDS);
    }
    if (jdk.feature() >= DELAYS_SINCE) {
      kinds.addAll(KINDS_OF_25);
    }
    try (OtlpReceiver receiver = OtlpReceiver.start()) {
      try (Service service =
          ServiceBuilder.of(container)
              .on(jdk)
              .exportingTo(receiver)
              .set("gnomon.servlet.server-timing", "on")
              .set("gnomon.traces", "all")
              // With one processor or two, the JDK would start a thread for each asynchronous step.
              .option("-Djava.util.concurrent.ForkJoinPool.common.parallelism=3")
              .start()) {
        assertThat(service.get("/query?n=1").statusCode()).isEqualTo(200);
        askAtOnce(service, kinds);
        for (String kind : KINDS_OF_OTHERS) {
          assertThat(queries(service, kind, MOST)).as(kind).isZero();
        }
        assertThat(service.get("/task-identity").body()).isEqualTo("same");
      }
      checkTraces(receiver, kinds.size() * ROUNDS);
      assertThat(receiver.sum("gnomon.agent.failures", Map.of())).isZero();
      assertThat(receiver.sum("gnomon.agent.tasks.not_carried", Map.of())).isZero();
      assertThat(receiver.sum("gnomon.agent.late_writes", Map.of())).isZero();
      assertThat(receiver.sum("http.server.active_requests", Map.of())).isZero();
    }
  }

  /** Requests of all kinds and sizes at once: each tells its own queries, neither more nor less. */
  private static void askAtOnce(Service service, List<String> kinds) throws Exception {
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    try {
      List<Future<String>> told = new ArrayList<>();
      List<String> expected = new ArrayList<>();
      for (int round = 0; round < ROUNDS; round++) {
        for (String kind : kinds) {
          int tasks = 1 + told.size() % MOST;
          expected.add(kind + ' ' + tasks);
          told.add(clients.submit(() -> kind + ' ' + queries(service, kind, tasks)));
        }
      }
      List<String> actual = new ArrayList<>();
      for (Future<String> each : told) {
        actual.add(each.get());
      }
      assertThat(actual).isEqualTo(expected);
    } finally {
      clients.shutdownNow();
    }
  }

  /** Each request is one tree: its queries, on whatever thread, are inside it. */
  private static void checkTraces(OtlpReceiver receiver, int requests) {
    List<Integer> queries = new ArrayList<>();
    for (ReceivedTrace trace : receiver.traces()) {
      if ("/tasks".equals(trace.root().attributes().get("http.route"))) {
        trace.assertWellFormed();
        queries.add(Math.toIntExact(trace.spans().stream().filter(TasksIT::isQuery).count()));
      }
    }
    List<Integer> expected = new ArrayList<>();
    for (int i = 0; i < KINDS_OF_OTHERS.size(); i++) {
      expected.add(0);
    }
    for (int i = 0; i < requests; i++) {
      expected.add(1 + i % MOST);
    }
    assertThat(queries).containsExactlyInAnyOrderElementsOf(expected);
  }

  private static boolean isQuery(ReceivedSpan span) {
    return span.kind() == Span.SpanKind.SPAN_KIND_CLIENT;
  }

  private static int queries(Service service, String kind, int tasks) {
    HttpResponse<String> response = service.get("/tasks?kind=" + kind + "&n=" + tasks);
    assertThat(response.statusCode()).as(kind).isEqualTo(200);
    Matcher timing = QUERIES.matcher(response.headers().firstValue("Server-Timing").orElse("none"));
    assertThat(timing.matches()).as("timing of %s", kind).isTrue();
    return Integer.parseInt(timing.group(1));
  }
}
