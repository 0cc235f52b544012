package io.gnomon.servlet.carriers;

import io.gnomon.core.failures.Failures;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * Reads carriers of one class. What a version of a container does not tell is absent, and counted
 * once as a failure of ours. Any thread.
 */
final class Reader {

  /** Of a class that we do not know. */
  static final Reader NONE = new Reader();

  final @Nullable Kind kind;
  private final @Nullable Headers headers;
  private final @Nullable Getter path;
  private final @Nullable Getter query;
  private final @Nullable Getter host;
  private final @Nullable Getter port;
  private final @Nullable Getter client;
  private final @Nullable Getter protocol;
  private final @Nullable Getter method;

  private Reader() {
    kind = null;
    headers = null;
    path = null;
    query = null;
    host = null;
    port = null;
    client = null;
    protocol = null;
    method = null;
  }

  private Reader(Kind kind, Class<?> type, boolean clientTold, Failures failures) {
    this.kind = kind;
    headers = headers(kind, type, failures);
    path = getter(type, kind.path, failures);
    query = getter(type, kind.query, failures);
    host = getter(type, kind.host, failures);
    port = getter(type, kind.port, failures);
    client = clientTold ? getter(type, kind.client, failures) : null;
    protocol = getter(type, kind.protocol, failures);
    method = getter(type, kind.method, failures);
  }

  /** The reader of a class; {@link #NONE} if it is no carrier. */
  static Reader of(Class<?> type, boolean clientTold, Failures failures) {
    for (Kind kind : Kind.values()) {
      Class<?> found = kind.of(type);
      if (found != null) {
        return new Reader(kind, found, clientTold, failures);
      }
    }
    return NONE;
  }

  private static @Nullable Headers headers(Kind kind, Class<?> type, Failures failures) {
    try {
      return new Headers(type, kind.headers);
    } catch (ReflectiveOperationException | LinkageError absent) {
      failures.caught(Carriers.PART, type.getName(), absent);
      return null;
    }
  }

  private static @Nullable Getter getter(Class<?> type, String path, Failures failures) {
    try {
      return path.isEmpty() ? null : Getter.of(type, path);
    } catch (ReflectiveOperationException | LinkageError absent) {
      failures.caught(Carriers.PART, type.getName(), absent);
      return null;
    }
  }

  @Nullable String header(Object carrier, String name) throws Throwable {
    try {
      return headers == null ? null : headers.get(carrier, name);
    } catch (RuntimeException refused) {
      return null;
    }
  }

  @Nullable String path(Object carrier) throws Throwable {
    return text(path, carrier);
  }

  @Nullable String query(Object carrier) throws Throwable {
    return text(query, carrier);
  }

  @Nullable String host(Object carrier) throws Throwable {
    return text(host, carrier);
  }

  /** 0 or less if it is not known. */
  int port(Object carrier) throws Throwable {
    Object value = value(port, carrier);
    return value instanceof Integer ? (Integer) value : 0;
  }

  @Nullable String client(Object carrier) throws Throwable {
    if (client != null && kind == Kind.TOMCAT) {
      askForAddress(carrier);
    }
    return text(client, carrier);
  }

  @Nullable String protocol(Object carrier) throws Throwable {
    return text(protocol, carrier);
  }

  @Nullable String method(Object carrier) throws Throwable {
    return text(method, carrier);
  }

  private static @Nullable String text(@Nullable Getter getter, Object carrier) throws Throwable {
    Object value = value(getter, carrier);
    return value == null ? null : value.toString();
  }

  /** What a request refuses to tell, as one that is over may, is absent and no failure of ours. */
  private static @Nullable Object value(@Nullable Getter getter, Object carrier) throws Throwable {
    try {
      return getter == null ? null : getter.get(carrier);
    } catch (RuntimeException refused) {
      return null;
    }
  }

  /** Tomcat fills the address in when it is asked to, by an action. */
  private static void askForAddress(Object request) throws ReflectiveOperationException {
    for (Method each : request.getClass().getMethods()) {
      if (each.getName().equals("action")) {
        Object[] actions = each.getParameterTypes()[0].getEnumConstants();
        for (Object action : actions == null ? new Object[0] : actions) {
          if (action.toString().equals("REQ_HOST_ADDR_ATTRIBUTE")) {
            each.invoke(request, action, request);
          }
        }
      }
    }
  }
}
