package io.gnomon.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.it.harness.Build;
import io.gnomon.it.harness.Container;
import io.gnomon.it.harness.Load;
import io.gnomon.it.harness.Service;
import io.gnomon.it.harness.ServiceBuilder;
import io.gnomon.otlpreceiver.MetricPoint;
import io.gnomon.otlpreceiver.OtlpReceiver;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The route that each web framework gives, of either name space. */
class RoutesIT {

  private static final String REQUESTS = "http.server.request.duration";
  private static final int TIMES = 3;
  private static final String NO_ROUTE = "";

  /** What is asked, and what it has to be counted as. */
  private record Kind(String path, int status, String route) {}

  private static List<Kind> kinds() {
    List<Kind> kinds = new ArrayList<>();
    kinds.addAll(rest("/jersey/api"));
    kinds.addAll(rest("/jersey-filter"));
    kinds.addAll(rest("/resteasy/api"));
    kinds.addAll(rest("/cxf/api", "/cxf/api/orders/{line}/notes/{line}"));
    for (String mapped : List.of("/jersey/api", "/resteasy/api", "/cxf/api", "/mvc/app")) {
      kinds.add(new Kind(mapped + "/no/such", 404, mapped + "/*"));
    }
    kinds.add(new Kind("/jersey-filter/no/such", 404, NO_ROUTE));
    kinds.add(new Kind("/no/such", 404, NO_ROUTE));
    for (String spring : List.of("", "/mvc/app", "/flux", "/reactive/app")) {
      kinds.addAll(spring(spring));
    }
    kinds.add(new Kind("/orders/failing", 500, "/orders/failing"));
    kinds.addAll(faces());
    kinds.add(new Kind("/struts/hello", 200, "/struts/hello"));
    kinds.add(new Kind("/struts/orders/list", 200, "/struts/orders/list"));
    kinds.add(new Kind("/struts/orders/show_17", 200, "/struts/orders/show_*"));
    kinds.add(new Kind("/struts/orders/show_18.action", 200, "/struts/orders/show_*"));
    kinds.add(new Kind("/struts/orders/failing", 500, "/struts/orders/failing"));
    kinds.add(new Kind("/struts/orders/nothing", 404, NO_ROUTE));
    return kinds;
  }

  private static List<Kind> rest(String base) {
    return rest(base, base + "/orders/{id}/lines/{line}/notes/{line}");
  }

  private static List<Kind> rest(String base, String inner) {
    return List.of(
        new Kind(base + "/orders", 200, base + "/orders"),
        new Kind(base + "/orders/17", 200, base + "/orders/{id: [0-9]+}"),
        new Kind(base + "/orders/17/lines", 200, base + "/orders/{id}/lines"),
        new Kind(base + "/orders/17/lines/2", 200, base + "/orders/{id}/lines/{line}"),
        new Kind(base + "/orders/17/lines/2/notes/3", 200, inner),
        new Kind(base + "/orders/conflict", 409, base + "/orders/conflict"),
        new Kind(base + "/orders/later", 200, base + "/orders/later"));
  }

  private static List<Kind> faces() {
    String sent = "?form=form&form_SUBMIT=1&form:go=go&javax.faces.ViewState=stateless";
    return List.of(
        new Kind("/pages/hello.xhtml", 200, "/pages/hello.xhtml"),
        new Kind("/pages/orders/list.jsf", 200, "/pages/orders/list.xhtml"),
        new Kind("/pages/faces/hello.xhtml", 200, "/pages/faces/hello.xhtml"),
        new Kind(
            "/pages/orders/list.xhtml" + sent + "&jakarta.faces.ViewState=stateless",
            302,
            "/pages/orders/list.xhtml"),
        new Kind("/pages/nothing.xhtml", 404, "/pages/*.xhtml"),
        new Kind("/pages/faces/nothing.xhtml", 404, "/pages/faces/*"));
  }

  private static List<Kind> spring(String base) {
    return List.of(
        new Kind(base + "/orders", 200, base + "/orders"),
        new Kind(base + "/orders/17", 200, base + "/orders/{id:[0-9]+}"),
        new Kind(base + "/functions/17", 200, base + "/functions/{id}"),
        new Kind(base + "/orders/conflict", 409, base + "/orders/conflict"),
        new Kind(base + "/orders/later", 200, base + "/orders/later"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"frameworks", "frameworks-jakarta"})
  void eachFrameworkGivesItsPattern(String folder) throws IOException {
    String classPath =
        Build.services().resolve(folder).resolve("target/classes")
            + File.pathSeparator
            + Container.classPath(folder);
    try (OtlpReceiver receiver = OtlpReceiver.start()) {
      try (Service service =
          ServiceBuilder.of(classPath, "com.example.frameworks.FrameworksMain")
              .exportingTo(receiver)
              .start()) {
        for (Kind kind : kinds()) {
          Load.drive(service, "GET", kind.path, TIMES, kind.status);
        }
      }
      SoftAssertions all = new SoftAssertions();
      all.assertThat(counted(receiver)).containsExactlyEntriesOf(asked());
      all.assertThat(receiver.sum("gnomon.agent.failures", Map.of())).as("failures").isZero();
      all.assertThat(receiver.sum("http.server.active_requests", Map.of())).as("active").isZero();
      all.assertAll();
    }
  }

  private static Map<String, Long> asked() {
    Map<String, Long> counts = new TreeMap<>();
    for (Kind kind : kinds()) {
      counts.merge(kind.route + " " + kind.status, (long) TIMES, Long::sum);
    }
    return counts;
  }

  private static Map<String, Long> counted(OtlpReceiver receiver) {
    Map<String, Long> counts = new TreeMap<>();
    for (MetricPoint point : receiver.series(REQUESTS, Map.of())) {
      Map<String, String> of = point.attributes();
      assertThat(of).containsEntry("http.request.method", "GET");
      String key =
          of.getOrDefault("http.route", NO_ROUTE) + " " + of.get("http.response.status_code");
      counts.merge(key, (long) point.value(), Long::sum);
    }
    return counts;
  }
}
