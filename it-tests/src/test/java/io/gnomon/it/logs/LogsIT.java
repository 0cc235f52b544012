package io.gnomon.it.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.gnomon.it.harness.Jdk;
import io.gnomon.it.harness.Service;
import io.gnomon.otlpreceiver.OtlpReceiver;
import io.gnomon.otlpreceiver.ReceivedSpan;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The ids of the request in what a service logs, by every library and through its own layout. */
class LogsIT {

  private static final List<String> PAGES =
      List.of("inside/a", "query/c", "outside/d", "with/e/other/o", "with/f/trace_id/mine");

  /** The one of upstream that says it is sampled, so that what it calls is kept. */
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

  private static final String UPSTREAM = "b7ad6b7169203331";

  @TestFactory
  Stream<DynamicTest> everyLibraryWritesTheIdsOfTheRequest() {
    return Arrays.stream(LogLibrary.values())
        .map(library -> dynamicTest(library.name(), () -> check(library, Jdk.ofBuild())));
  }

  @TestFactory
  Stream<DynamicTest> soItDoesOnOtherJdks() {
    return Jdk.others().stream()
        .flatMap(
            jdk ->
                Stream.of(
                        LogLibrary.LOGBACK_1_2,
                        LogLibrary.LOGBACK_1_5,
                        LogLibrary.LOG4J_2_17,
                        LogLibrary.LOG4J_2_26_ASYNC,
                        LogLibrary.JBOSS_2_1,
                        LogLibrary.JBOSS_3_2)
                    .filter(library -> library.oldestJava() <= jdk.feature())
                    .map(
                        library ->
                            dynamicTest(
                                library + " on Java " + jdk.feature(), () -> check(library, jdk))));
  }

  @ParameterizedTest
  @EnumSource(names = {"LOGBACK_1_5", "LOG4J_2_26", "JBOSS_3_2"})
  void offIsTheDefaultAndNoLibraryIsWoven(LogLibrary library) throws IOException {
    try (OtlpReceiver receiver = OtlpReceiver.start();
        Service service = library.service().exportingTo(receiver).start()) {
      service.get("/inside/a");
      service.get("/with/f/trace_id/mine");
      for (String way : LoggedLine.WAYS) {
        assertThat(LoggedLine.of(service, way, "a-2").hasNoIds()).isTrue();
        assertThat(LoggedLine.of(service, way, "f").trace()).isEqualTo("mine");
      }
      service.stop();
      assertThat(service.agentLog()).isNotEmpty().noneMatch(line -> line.contains("logging"));
    }
  }

  private static void check(LogLibrary library, Jdk jdk) throws IOException {
    try (OtlpReceiver receiver = OtlpReceiver.start();
        Service service =
            library
                .service()
                .on(jdk)
                .exportingTo(receiver)
                .set("gnomon.logging.mdc", "true")
                .start()) {
      for (String page : PAGES) {
        assertThat(service.get("/" + page).body()).as(page).isEqualTo("said");
      }
      service.get("/inside/u", "traceparent", "00-" + TRACE + "-" + UPSTREAM + "-01");
      for (String way : LoggedLine.WAYS) {
        checkInside(service, way);
        checkOutside(service, way);
        checkEntriesOfItsOwn(service, way);
      }
      bothWaysSayTheSame(service);
      service.stop();
      for (String way : LoggedLine.WAYS) {
        checkExported(receiver, LoggedLine.of(service, way, "u-1"));
      }
      assertThat(receiver.sum("gnomon.agent.failures", Map.of())).isZero();
    }
  }

  /** What the line points at is there: in the trace of upstream, the span of the page. */
  private static void checkExported(OtlpReceiver receiver, LoggedLine line) {
    ReceivedSpan page = receiver.trace(TRACE).assertWellFormed().root();
    assertThat(page.kind()).isEqualTo(Span.SpanKind.SPAN_KIND_SERVER);
    assertThat(page.parentSpanId()).isEqualTo(UPSTREAM);
    assertThat(page.attributes()).containsEntry("url.path", "/inside/u");
    assertThat(line.trace()).isEqualTo(TRACE);
    assertThat(line.span()).isEqualTo(page.spanId());
    assertThat(line.flags()).isEqualTo("01");
  }

  private static void checkInside(Service service, String way) {
    LoggedLine first = LoggedLine.of(service, way, "a-1");
    assertThat(first.trace()).as("%s: %s", way, first).matches("[0-9a-f]{32}").matches(".*[^0].*");
    assertThat(first.span()).as("%s: %s", way, first).matches("[0-9a-f]{16}").matches(".*[^0].*");
    assertThat(first.flags()).as("%s: %s", way, first).matches("0[01]");
    assertThat(first.all())
        .contains("trace_id=" + first.trace(), "span_id=" + first.span())
        .contains("trace_flags=" + first.flags());
    assertThat(LoggedLine.of(service, way, "a-2")).isEqualTo(first);

    LoggedLine inQuery = LoggedLine.of(service, way, "c");
    assertThat(inQuery.trace()).matches("[0-9a-f]{32}").isNotEqualTo(first.trace());
    assertThat(inQuery.span()).matches("[0-9a-f]{16}").isNotEqualTo(first.span());
  }

  private static void checkOutside(Service service, String way) {
    for (String message : List.of("before", "d")) {
      LoggedLine line = LoggedLine.of(service, way, message);
      assertThat(line.hasNoIds()).as("%s: %s", way, line).isTrue();
    }
  }

  private static void checkEntriesOfItsOwn(Service service, String way) {
    LoggedLine withAnother = LoggedLine.of(service, way, "e");
    assertThat(withAnother.other()).isEqualTo("o");
    assertThat(withAnother.trace()).matches("[0-9a-f]{32}");
    assertThat(withAnother.all()).contains("other=o", "trace_id=" + withAnother.trace());

    LoggedLine withATrace = LoggedLine.of(service, way, "f");
    assertThat(withATrace.trace()).isEqualTo("mine");
    assertThat(withATrace.span() + withATrace.flags()).isEmpty();
  }

  private static void bothWaysSayTheSame(Service service) {
    for (String message : List.of("before", "a-1", "a-2", "c", "d", "e", "f", "u-1")) {
      assertThat(LoggedLine.of(service, "async", message))
          .isEqualTo(LoggedLine.of(service, "sync", message));
    }
  }
}
