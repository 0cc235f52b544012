package io.gnomon.it;

import io.gnomon.it.harness.Load;
import io.gnomon.it.harness.Service;
import io.gnomon.otlpreceiver.MetricPoint;
import io.gnomon.otlpreceiver.OtlpReceiver;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is asked with GET, and what it has to be counted as.
 *
 * @param path what is asked
 * @param status what is answered
 * @param route {@link #NONE} if none is to be told
 * @param error {@code error.type}; {@link #NONE} if none is to be told
 */
record Page(String path, int status, String route, String error) {

  static final String NONE = "";
  static final int TIMES = 10;

  Page(String path, int status, String route) {
    this(path, status, route, NONE);
  }

  /** Asks for each page {@link #TIMES} times. */
  static void ask(List<Page> pages, Service service) {
    for (Page page : pages) {
      Load.drive(service, "GET", page.path, TIMES, page.status);
    }
  }

  /** What has to be counted then. */
  static Map<String, Long> asked(List<Page> pages) {
    Map<String, Long> counts = new TreeMap<>();
    for (Page page : pages) {
      counts.merge(key(page.route, "" + page.status, page.error), (long) TIMES, Long::sum);
    }
    return counts;
  }

  /** All that was counted. */
  static Map<String, Long> counted(OtlpReceiver receiver) {
    Map<String, Long> counts = new TreeMap<>();
    for (MetricPoint point : receiver.series("http.server.request.duration", Map.of())) {
      Map<String, String> of = point.attributes();
      String key =
          key(
              of.getOrDefault("http.route", NONE),
              of.getOrDefault("http.response.status_code", NONE),
              of.getOrDefault("error.type", NONE));
      counts.merge(key, (long) point.value(), Long::sum);
    }
    return counts;
  }

  private static String key(String route, String status, String error) {
    return route + " " + status + " " + error;
  }
}
