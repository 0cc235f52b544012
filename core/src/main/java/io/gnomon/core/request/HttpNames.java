package io.gnomon.core.request;

import org.jspecify.annotations.Nullable;

/** The methods and schemes that are told as they are; all others are one. */
public final class HttpNames {

  /** Index 0 stands for every unknown one. */
  private static final String[] METHODS = {
    "_OTHER", "GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH",
    "QUERY"
  };

  /** Index 0 stands for every unknown one. */
  private static final String[] SCHEMES = {"_OTHER", "http", "https"};

  private static final int HEAD = 2;
  private static final int NO_CONTENT = 204;
  private static final int NOT_MODIFIED = 304;
  private static final int FIRST_CLIENT_ERROR = 400;
  private static final int FIRST_SERVER_ERROR = 500;
  private static final String[] SERVER_ERRORS = new String[100];

  static {
    for (int i = 0; i < SERVER_ERRORS.length; i++) {
      SERVER_ERRORS[i] = Integer.toString(FIRST_SERVER_ERROR + i);
    }
  }

  private HttpNames() {}

  /**
   * A method as it is told, of {@code http.request.method}.
   *
   * @param method as sent; methods are case-sensitive, as RFC 9110 says
   * @return the same, or {@code _OTHER}
   */
  public static String known(String method) {
    return method(methodIndex(method));
  }

  /** Methods are case-sensitive, as RFC 9110 says. */
  static int methodIndex(String method) {
    return index(METHODS, method);
  }

  static int schemeIndex(String scheme) {
    return index(SCHEMES, scheme);
  }

  static String method(int index) {
    return METHODS[index];
  }

  static String scheme(int index) {
    return SCHEMES[index];
  }

  /** A status of 500 to 599 as a text, else null. */
  static @Nullable String serverError(int status) {
    int index = status - FIRST_SERVER_ERROR;
    return index < 0 || index >= SERVER_ERRORS.length ? null : SERVER_ERRORS[index];
  }

  /** Whether such a response has no body on the wire, whatever was written (RFC 9110, 6.4.1). */
  static boolean hasNoBody(int method, int status) {
    return method == HEAD || status == NO_CONTENT || status == NOT_MODIFIED;
  }

  static boolean isClientError(int status) {
    return status >= FIRST_CLIENT_ERROR && status < FIRST_SERVER_ERROR;
  }

  static int methods() {
    return METHODS.length;
  }

  static int schemes() {
    return SCHEMES.length;
  }

  private static int index(String[] names, String name) {
    for (int i = 1; i < names.length; i++) {
      if (names[i].equals(name)) {
        return i;
      }
    }
    return 0;
  }
}
