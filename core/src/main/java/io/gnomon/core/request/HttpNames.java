package io.gnomon.core.request;

/** The methods and schemes that are told as they are; all others are one. */
final class HttpNames {

  /** Index 0 stands for every unknown one. */
  private static final String[] METHODS = {
    "_OTHER", "GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH",
    "QUERY"
  };

  /** Index 0 stands for every unknown one. */
  private static final String[] SCHEMES = {"_OTHER", "http", "https"};

  private HttpNames() {}

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
