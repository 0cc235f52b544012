package io.gnomon.http;

import io.gnomon.core.attributes.AttributeNames;
import io.gnomon.core.attributes.AttributeSet;
import io.gnomon.core.urls.UrlPath;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where a call goes: scheme, host and port. Immutable, texts bounded. */
final class Target {

  /** How many characters of a host are kept. */
  static final int MAX_HOST_LENGTH = 255;

  /** How many characters of a path are kept. */
  static final int MAX_PATH_LENGTH = 1_000;

  private static final String HTTP = "http";
  private static final String HTTPS = "https";
  private static final String UNKNOWN = "_OTHER";
  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;

  private final String scheme;
  private final String host;
  private final int port;

  private Target(String scheme, String host, int port) {
    this.scheme = scheme;
    this.host = host;
    this.port = port;
  }

  /**
   * A target.
   *
   * @param scheme as the client has it
   * @param host a name or an address, in brackets or not
   * @param port less than 1 for the scheme's own
   */
  static Target of(@Nullable String scheme, @Nullable String host, int port) {
    String known = scheme(scheme);
    int own = known.equals(HTTPS) ? HTTPS_PORT : HTTP_PORT;
    return new Target(known, host(host), port > 0 ? port : own);
  }

  private static String scheme(@Nullable String scheme) {
    if (scheme == null || scheme.equalsIgnoreCase(HTTP)) {
      return HTTP;
    }
    return scheme.equalsIgnoreCase(HTTPS) ? HTTPS : UNKNOWN;
  }

  private static String host(@Nullable String host) {
    if (host == null || host.isEmpty()) {
      return UNKNOWN;
    }
    boolean brackets = host.charAt(0) == '[' && host.charAt(host.length() - 1) == ']';
    String bare = brackets ? host.substring(1, host.length() - 1) : host;
    return cut(bare, MAX_HOST_LENGTH).toLowerCase(Locale.ROOT);
  }

  /** A text as it may be held until the request's end. */
  static @Nullable String bounded(@Nullable String text, int mostChars) {
    return text == null ? null : cut(text, mostChars);
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most);
  }

  String scheme() {
    return scheme;
  }

  String host() {
    return host;
  }

  int port() {
    return port;
  }

  boolean isSameServer(Target other) {
    return port == other.port && host.equals(other.host);
  }

  void describe(AttributeSet.Builder attributes) {
    attributes.put(AttributeNames.SERVER_ADDRESS, host).put(AttributeNames.SERVER_PORT, port);
  }

  /**
   * {@code url.full}, without credentials, path parameters and query.
   *
   * @param path as it was sent: a path, or a whole URL as a proxy gets it; or null
   */
  String url(@Nullable String path) {
    StringBuilder url = new StringBuilder(scheme).append("://");
    if (host.indexOf(':') < 0) {
      url.append(host);
    } else {
      url.append('[').append(host).append(']');
    }
    if (port != (scheme.equals(HTTPS) ? HTTPS_PORT : HTTP_PORT)) {
      url.append(':').append(port);
    }
    String told = UrlPath.of(path, MAX_PATH_LENGTH);
    if (told == null || told.charAt(0) != '/') {
      url.append('/');
    }
    return url.append(told == null ? "" : told).toString();
  }
}
