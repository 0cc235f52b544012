package io.gnomon.it.contract;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A series that a case has to add to.
 *
 * @param method as counted, so {@code _OTHER} for an unknown one
 * @param route behind the context path; null for none
 * @param status of the response
 * @param errorType null for none
 * @param count how many requests
 */
public record Shown(
    String method, @Nullable String route, int status, @Nullable String errorType, int count) {

  private static final String NONE = "-";

  /** Requests without an error. */
  public static Shown of(String method, @Nullable String route, int status, int count) {
    return new Shown(method, route, status, null, count);
  }

  /** Requests with an error. */
  public static Shown failed(
      String method, @Nullable String route, int status, String errorType, int count) {
    return new Shown(method, route, status, errorType, count);
  }

  /** Method, whole route, status and error of the series. */
  String key(String contextPath) {
    return key(method, route == null ? null : contextPath + route, "" + status, errorType);
  }

  /** The same of a series that arrived. */
  static String key(Map<String, String> attributes) {
    return key(
        attributes.getOrDefault("http.request.method", NONE),
        attributes.get("http.route"),
        attributes.getOrDefault("http.response.status_code", NONE),
        attributes.get("error.type"));
  }

  private static String key(
      String method, @Nullable String route, String status, @Nullable String errorType) {
    return String.join(
        " ", method, route == null ? NONE : route, status, errorType == null ? NONE : errorType);
  }
}
